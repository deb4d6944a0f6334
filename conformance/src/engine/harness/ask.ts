import http from 'node:http';

/** One HTTP request to a catalog. */
export type Question = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  /** Below `/api/catalog`, with the query. Sent as it is. */
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON, strings as they are. */
  body?: unknown;
};

/** What a catalog answered. */
export type Answer = {
  /** 0 where it closed the connection without an answer. */
  status: number;
  contentType?: string;
  link?: string;
  /** Parsed JSON, else the text. */
  body: unknown;
};

const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });

/** Asks a catalog on this machine. Unlike `fetch`, it sends any path and method as they are. */
export async function ask(port: number, question: Question): Promise<Answer> {
  const { method = 'GET', path, headers, body } = question;
  const payload =
    body === undefined || typeof body === 'string'
      ? (body as string | undefined)
      : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method,
        path: `/api/catalog${path}`,
        headers: {
          ...(payload !== undefined && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(payload)),
          }),
          ...headers,
        },
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            status: response.statusCode!,
            contentType: response.headers['content-type'],
            link: response.headers.link as string | undefined,
            body: parse(text),
          });
        });
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET') {
        reject(error);
      } else if (request.reusedSocket) {
        // Closed after the answer before; this question was not seen.
        resolve(ask(port, question));
      } else {
        resolve({ status: 0, body: '' });
      }
    });
    request.end(payload);
  });
}

/** Closes what connections are kept open. */
export function hangUp() {
  agent.destroy();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
