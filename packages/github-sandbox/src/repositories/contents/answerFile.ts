import { GitHubError } from '../../http/GitHubError';
import type { Answer } from '../../http/Route';
import type { ContentPlace } from './ContentPlace';
import { presentFile } from './presentFile';
import { rawAnswer } from './rawAnswer';

const LARGEST = 100 * 1024 * 1024;

/** A file, as JSON or as it is. */
export async function answerFile(
  place: ContentPlace & { asText?: boolean },
): Promise<Answer> {
  const { git, entry, asText } = place;
  const data = (await git.readBlob({ sha: entry.sha })) ?? Buffer.alloc(0);
  if (data.length > LARGEST) {
    throw new GitHubError({
      status: 403,
      message:
        'This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API.',
      errors: [{ resource: 'Blob', field: 'data', code: 'too_large' }],
    });
  }
  return asText ? rawAnswer(data) : { body: presentFile({ ...place, data }) };
}
