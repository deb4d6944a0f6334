import { posix } from 'node:path';
import type { Answer } from '../../http/Route';
import { answerFile } from './answerFile';
import type { ContentPlace } from './ContentPlace';
import { contentLinks } from './contentLinks';
import { contentType } from './contentType';

/** A symlink that leads to a file of the repository is answered as that file, any other as itself. */
export async function answerSymlink(
  place: ContentPlace & { asText?: boolean },
): Promise<Answer> {
  const { call, git, commit, entry, path, ref } = place;
  const target = (await git.readBlob({ sha: entry.sha }))!.toString();
  const inside = posix.normalize(posix.join(posix.dirname(path), target));
  const found =
    posix.isAbsolute(target) || inside.startsWith('..')
      ? undefined
      : await git.entryAt({ commit, path: inside });
  if (found && contentType(found) === 'file') {
    return answerFile({ ...place, entry: found });
  }
  return {
    body: {
      name: path.split('/').at(-1)!,
      path,
      sha: entry.sha,
      size: target.length,
      ...contentLinks({ call, type: 'symlink', path, sha: entry.sha, ref }),
      type: 'symlink',
      target,
    },
  };
}
