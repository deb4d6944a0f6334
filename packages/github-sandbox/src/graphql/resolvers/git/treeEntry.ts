import type { Repository } from '../../../core/state';
import type { TreeEntry } from '../../../git';
import { source } from '../../sources/source';

/** One entry of a tree; `path` is that from the root. Git's modes are octal, GitHub's numbers decimal. */
export function treeEntry(options: {
  repository: Repository;
  entry: TreeEntry;
  path: string;
}) {
  const { repository, entry, path } = options;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return {
    __typename: 'TreeEntry' as const,
    extension: dot === -1 ? '' : name.slice(dot),
    isGenerated: false,
    mode: Number.parseInt(entry.mode, 8),
    name,
    nameRaw: Buffer.from(name).toString('base64'),
    object: () => objectOf({ repository, entry, path }),
    oid: entry.sha,
    path,
    pathRaw: Buffer.from(path).toString('base64'),
    repository: source.repository(repository),
    size: entry.size ?? 0,
    submodule: null,
    type: entry.type,
    lineCount: null,
    language: null,
  };
}

function objectOf(options: {
  repository: Repository;
  entry: TreeEntry;
  path: string;
}) {
  const { repository, entry, path } = options;
  switch (entry.type) {
    case 'tree':
      return source.tree(repository, entry.sha, path);
    case 'blob':
      return source.blob(repository, entry.sha);
    default:
      // What a submodule points at is in another repository.
      return null;
  }
}
