import type { TreeEntry } from '../../git';
import type { RepositoryCall } from '../../http/Route';
import { contentLinks } from './contentLinks';
import { contentType } from './contentType';

/** What stands in the list of a directory. Submodules are `file` there, as GitHub has it for the sake of old callers. */
export function presentDirectoryEntry(options: {
  call: RepositoryCall;
  entry: TreeEntry;
  /** Of the directory; `''` is the root. */
  directory: string;
  ref: string;
}) {
  const { call, entry, directory, ref } = options;
  const path = directory ? `${directory}/${entry.path}` : entry.path;
  const type = contentType(entry);
  return {
    name: entry.path,
    path,
    sha: entry.sha,
    size: entry.size ?? 0,
    ...contentLinks({ call, type, path, sha: entry.sha, ref }),
    type: type === 'submodule' ? ('file' as const) : type,
  };
}
