import type { Answer } from '../../http/Route';
import { wantedMedia } from '../wantedMedia';
import type { ContentPlace } from './ContentPlace';
import { contentLinks } from './contentLinks';
import { presentDirectoryEntry } from './presentDirectoryEntry';

/** https://docs.github.com/rest/repos/contents#get-repository-content */
const MOST_ENTRIES = 1000;

/** The list of a directory; as `object` it is an object with `entries`. */
export async function answerDirectory(place: ContentPlace): Promise<Answer> {
  const { call, git, entry, path, ref } = place;
  const entries = ((await git.readTree({ sha: entry.sha })) ?? [])
    .slice(0, MOST_ENTRIES)
    .map(child =>
      presentDirectoryEntry({ call, entry: child, directory: path, ref }),
    );
  if (wantedMedia(call.headers) !== 'object') return { body: entries };
  return {
    body: {
      name: path.split('/').at(-1)!,
      path,
      sha: entry.sha,
      size: 0,
      ...contentLinks({ call, type: 'dir', path, sha: entry.sha, ref }),
      type: 'dir',
      entries,
    },
  };
}
