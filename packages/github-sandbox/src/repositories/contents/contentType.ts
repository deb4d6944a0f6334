import type { TreeEntry } from '../../git';

/** An entry of a tree in the words of the contents API. */
export function contentType({
  mode,
}: Pick<TreeEntry, 'mode'>): 'file' | 'dir' | 'symlink' | 'submodule' {
  switch (mode) {
    case '040000':
      return 'dir';
    case '120000':
      return 'symlink';
    case '160000':
      return 'submodule';
    default:
      return 'file';
  }
}
