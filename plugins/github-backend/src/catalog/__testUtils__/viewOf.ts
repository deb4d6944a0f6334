import { NotImplementedError } from '@backstage/errors';
import type {
  FilesAnswer,
  KnownRepository,
  MirrorView,
} from '../../store/MirrorView';

/** A mirror that knows what it is given: files by the targets of locations, and repositories by their URLs. */
export function viewOf(options: {
  files?: Record<string, FilesAnswer>;
  repositories?: KnownRepository[];
}): MirrorView {
  const { files = {}, repositories = [] } = options;
  return {
    async filesAt({ target }) {
      return files[target] ?? { state: 'unknown' };
    },
    async repositoryAt({ url }) {
      return repositories.find(
        known => url === known.url || url.startsWith(`${known.url}/`),
      );
    },
    async repositoriesOf() {
      throw new NotImplementedError('A catalog does not ask for it');
    },
    async isMirrored() {
      throw new NotImplementedError('A catalog does not ask for it');
    },
  };
}
