import http from 'node:http';
import https from 'node:https';

const MOST_BYTES = 100_000;

/** Asks an API server. By node's own client, since a cluster mostly has an authority of its own, which `fetch` takes from nobody. */
export async function askCluster(options: {
  url: string;
  token: string | undefined;
  /** PEM; in addition to nothing: with it no other authority is believed. */
  ca: string | undefined;
  skipsTls: boolean;
  signal: AbortSignal;
}): Promise<{ status: number; version?: string }> {
  const { url, token, ca, skipsTls, signal } = options;
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        signal,
        headers: {
          accept: 'application/json',
          ...(token && { authorization: `Bearer ${token}` }),
        },
        ...(ca && { ca }),
        ...(skipsTls && { rejectUnauthorized: false }),
        // A connection that is kept would have been verified under other options.
        agent: false,
      },
      response => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', chunk => {
          if (text.length < MOST_BYTES) text += chunk;
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            version: versionIn(text),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

function versionIn(text: string): string | undefined {
  try {
    const { gitVersion } = JSON.parse(text);
    return typeof gitVersion === 'string' ? gitVersion : undefined;
  } catch {
    return undefined;
  }
}
