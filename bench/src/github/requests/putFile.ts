import { createHash } from 'node:crypto';
import { BenchError } from '../../BenchError';
import type { RunningSandbox } from '../programs/startSandbox';

/** Makes or changes a file by a commit on the default branch. `before` is its text until then, which GitHub wants to know by its hash. */
export async function putFile(options: {
  sandbox: RunningSandbox;
  owner: string;
  name: string;
  path: string;
  message: string;
  text: string;
  before?: string;
}): Promise<void> {
  const { sandbox, owner, name, path, message, text, before } = options;
  const response = await fetch(
    `${sandbox.url}/repos/${owner}/${name}/contents/${path}`,
    {
      method: 'PUT',
      headers: { authorization: `Bearer ${sandbox.ownerToken}` },
      body: JSON.stringify({
        message,
        content: Buffer.from(text).toString('base64'),
        ...(before !== undefined && { sha: blobHashOf(before) }),
      }),
    },
  );
  if (!response.ok) {
    throw new BenchError(
      `${owner}/${name}/${path} was not changed: ${
        response.status
      } ${await response.text()}`,
    );
  }
}

/** As git has it. */
function blobHashOf(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
