import http from 'node:http';
import https from 'node:https';

/** How much of an answer is kept. */
const LARGEST_ANSWER = 64 * 1024;

export type PostOutcome =
  | {
      outcome: 'answered';
      statusCode: number;
      headers: Record<string, string>;
      /** Cut off at 64 KiB. */
      body: string;
    }
  | { outcome: 'timedOut' }
  | { outcome: 'unreachable' };

/** Posts a body and reads the answer. Redirects are not followed, as GitHub does not. */
export function post(options: {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Certificates of https addresses are then not checked. */
  insecureSsl: boolean;
  timeoutMs: number;
  /** Gives up when aborted. */
  closing?: AbortSignal;
}): Promise<PostOutcome> {
  const { url, headers, body, insecureSsl, timeoutMs } = options;
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) {
    return Promise.resolve({ outcome: 'unreachable' });
  }
  const isTls = address.protocol === 'https:';
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([
    timeout,
    ...(options.closing ? [options.closing] : []),
  ]);
  return new Promise(resolve => {
    const failed = () =>
      resolve({ outcome: timeout.aborted ? 'timedOut' : 'unreachable' });
    const request = (isTls ? https : http).request(
      address,
      {
        method: 'POST',
        signal,
        headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
        ...(isTls && { rejectUnauthorized: !insecureSsl }),
      },
      response => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          if (size < LARGEST_ANSWER) chunks.push(chunk);
          size += chunk.length;
        });
        response.on('error', failed);
        response.on('end', () =>
          resolve({
            outcome: 'answered',
            statusCode: response.statusCode!,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [
                name,
                String(value),
              ]),
            ),
            body: Buffer.concat(chunks).subarray(0, LARGEST_ANSWER).toString(),
          }),
        );
      },
    );
    request.on('error', failed);
    request.end(body);
  });
}
