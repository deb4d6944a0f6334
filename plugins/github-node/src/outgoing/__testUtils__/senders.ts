import http from 'node:http';
import nodeFetch from 'node-fetch';
import { request as undiciRequest } from 'undici';

interface Sent {
  url: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
}

interface Answer {
  status: number;
  text: string;
}

/** The ways in which code of a backend sends requests. */
export const senders: Record<string, (sent: Sent) => Promise<Answer>> = {
  'global fetch': async ({ url, ...init }) => {
    const response = await fetch(url, init);
    return { status: response.status, text: await response.text() };
  },
  'node-fetch': async ({ url, ...init }) => {
    const response = await nodeFetch(url, init as object);
    return { status: response.status, text: await response.text() };
  },
  undici: async ({ url, ...options }) => {
    const { statusCode, body } = await undiciRequest(url, options as object);
    return { status: statusCode, text: await body.text() };
  },
  'node:http': sent => viaHttp(sent, {}),
  'node:http with an agent of its own': sent =>
    viaHttp(sent, { agent: new http.Agent({ keepAlive: false }) }),
  'node:http without an agent': sent => viaHttp(sent, { agent: false }),
  'an agent that does not inherit from node': sent =>
    viaHttp(sent, { agent: strangeAgent() }),
  'a connection of its own': sent =>
    viaHttp(sent, {
      createConnection: options =>
        (http.globalAgent as any).createConnection(options),
    }),
};

function viaHttp(sent: Sent, more: http.RequestOptions): Promise<Answer> {
  const { url, body, ...options } = sent;
  return new Promise((resolve, reject) => {
    const request = http.request(url, { ...options, ...more }, response => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          text: Buffer.concat(chunks).toString(),
        }),
      );
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** As those of agent-base 6 and of tunnel are. */
function strangeAgent(): http.Agent {
  return {
    addRequest(request: any, options: any) {
      request._last = true;
      request.shouldKeepAlive = false;
      const socket = (http.globalAgent as any).createConnection({
        ...options,
        path: undefined,
      });
      setImmediate(() => request.onSocket(socket));
    },
  } as unknown as http.Agent;
}
