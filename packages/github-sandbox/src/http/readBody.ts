import { GitHubError } from './GitHubError';
import { readBytes } from './readBytes';

/** GitHub takes bodies of up to 100 MB only for blobs; this is for everything, against a mistake. */
const LARGEST_BODY = 100 * 1024 * 1024;

/**
 * The JSON body, whatever its type is said to be: curl says that it sends a form. No body is `{}`, since Octokit sends none where it has no
 * parameters. With `asFile` it is a Buffer.
 */
export async function readBody(
  request: Request,
  options: { asFile?: boolean } = {},
): Promise<Record<string, unknown>> {
  if (request.method === 'GET' || request.method === 'HEAD') return {};
  const read = await readBytes({ request, most: LARGEST_BODY });
  if (read.outcome === 'tooLarge') {
    throw new GitHubError({ status: 413, message: 'Request body too large' });
  }
  if (options.asFile) {
    return read.bytes as Buffer & Record<string, unknown>;
  }
  const text = read.bytes.toString();
  if (text.trim() === '') return {};
  const body = parse(text);
  if (typeof body !== 'object' || body === null) {
    throw new GitHubError({
      status: 400,
      message: 'Body should be a JSON object',
    });
  }
  return body as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new GitHubError({ status: 400, message: 'Problems parsing JSON' });
  }
}
