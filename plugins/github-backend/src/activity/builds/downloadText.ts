import { ServiceUnavailableError } from '@backstage/errors';

const TIMEOUT_MS = 60_000;

/** A text at an address that GitHub has signed, so that it takes no credential. The address never shows in an error. */
export async function downloadText(options: {
  url: string;
  mostBytes: number;
}): Promise<{ state: 'text'; text: string } | { state: 'large' }> {
  const { url, mostBytes } = options;
  const response = await fetch(url, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => undefined);
  if (!response?.ok || !response.body) {
    throw new ServiceUnavailableError(
      `GitHub's store of logs ${
        response ? `answered with status ${response.status}` : 'is out of reach'
      }. Try again in a moment`,
    );
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > mostBytes) return { state: 'large' };
    chunks.push(chunk);
  }
  return { state: 'text', text: Buffer.concat(chunks).toString('utf8') };
}
