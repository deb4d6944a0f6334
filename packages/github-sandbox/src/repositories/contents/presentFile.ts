import type { TreeEntry } from '../../git';
import type { RepositoryCall } from '../../http/Route';
import { inLines } from '../inLines';
import { contentLinks } from './contentLinks';

/** From this size on GitHub leaves the content out: https://docs.github.com/rest/repos/contents#get-repository-content */
const LARGEST_INLINE = 1024 * 1024;

/** GitHub's `content-file`. */
export function presentFile(options: {
  call: RepositoryCall;
  entry: TreeEntry;
  path: string;
  ref: string;
  data: Buffer;
}) {
  const { call, entry, path, ref, data } = options;
  const isInline = data.length <= LARGEST_INLINE;
  return {
    name: path.split('/').at(-1)!,
    path,
    sha: entry.sha,
    size: data.length,
    ...contentLinks({ call, type: 'file', path, sha: entry.sha, ref }),
    type: 'file' as const,
    content: isInline ? inLines(data.toString('base64')) : '',
    encoding: isInline ? 'base64' : 'none',
  };
}
