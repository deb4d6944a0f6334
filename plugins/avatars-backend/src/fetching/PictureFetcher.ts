import { Agent, type Dispatcher, request } from 'undici';
import { AddressRefusedError } from '../address/AddressRefusedError';
import {
  type LookupAll,
  createGuardedConnector,
} from '../address/createGuardedConnector';
import { type PictureOutcome, refuse } from './PictureOutcome';
import { checkPictureUrl } from './checkPictureUrl';
import {
  ACCEPT_PICTURES,
  FETCH_TIMEOUT_MS,
  MAX_PICTURE_BYTES,
  MAX_REDIRECTS,
  readPictureType,
} from './limits';
import { readDataUri } from './readDataUri';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Fetches one picture from wherever the catalog says it is, within the limits of this folder. */
export class PictureFetcher {
  readonly #allowedHosts: ReadonlySet<string>;
  readonly #agent: Agent;
  readonly #timeoutMs: number;

  constructor(options: {
    /** Hosts as `host` or `host:port`, lower case. */
    allowedHosts: ReadonlySet<string>;
    lookup?: LookupAll;
    timeoutMs?: number;
  }) {
    this.#allowedHosts = options.allowedHosts;
    this.#timeoutMs = options.timeoutMs ?? FETCH_TIMEOUT_MS;
    this.#agent = new Agent({
      connect: createGuardedConnector(options),
      // A page of a large team asks for a hundred pictures at once, mostly of one host.
      connections: 6,
    });
  }

  /** Never throws for what a URL or a host does: that is an outcome. */
  async fetch(url: string): Promise<PictureOutcome> {
    if (/^data:/i.test(url)) {
      return readDataUri(url);
    }
    // One clock for all: connections, redirects and the body.
    const signal = AbortSignal.timeout(this.#timeoutMs);
    try {
      return await this.#follow(url, signal);
    } catch (error) {
      if (error instanceof AddressRefusedError) {
        return { result: 'refused', cause: 'address', message: error.message };
      }
      if (signal.aborted) {
        return refuse(`its host did not answer within ${this.#timeoutMs} ms`);
      }
      return refuse(`its host cannot be reached (${describe(error)})`);
    }
  }

  /** Drops all connections. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #follow(start: string, signal: AbortSignal): Promise<PictureOutcome> {
    let next = start;
    let base: URL | undefined;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const checked = checkPictureUrl({
        url: next,
        base,
        allowedHosts: this.#allowedHosts,
      });
      if (checked.result === 'refused') {
        return checked;
      }
      const response = await request(checked.url, {
        dispatcher: this.#agent,
        headers: {
          accept: ACCEPT_PICTURES,
          'accept-encoding': 'identity',
          'user-agent': 'Callboard',
        },
        signal,
      });
      const location = single(response.headers.location);
      if (!REDIRECTS.has(response.statusCode) || location === undefined) {
        return await readPicture(response);
      }
      drop(response);
      next = location;
      base = checked.url;
    }
    return refuse(`its host redirects more than ${MAX_REDIRECTS} times`);
  }
}

async function readPicture(
  response: Dispatcher.ResponseData,
): Promise<PictureOutcome> {
  const { statusCode, headers, body } = response;
  const contentType = readPictureType(single(headers['content-type']));
  const encoding = single(headers['content-encoding']) ?? 'identity';
  const announcedBytes = Number(single(headers['content-length']) ?? 0);

  const stop = (reason: string) => {
    drop(response);
    return refuse(reason);
  };
  if (statusCode !== 200) {
    return stop(`its host answered ${statusCode}`);
  }
  if (!contentType) {
    return stop('its type is not PNG, JPEG, GIF, WebP or AVIF');
  }
  if (encoding !== 'identity') {
    return stop('its host compressed it, although that was not asked for');
  }
  if (announcedBytes > MAX_PICTURE_BYTES) {
    return stop('it is larger than 1 MB');
  }

  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_PICTURE_BYTES) {
      // Leaving the loop destroys the body, and with it the connection.
      return refuse('it is larger than 1 MB');
    }
    chunks.push(chunk);
  }
  return { result: 'picture', contentType, body: Buffer.concat(chunks) };
}

function drop(response: Dispatcher.ResponseData): void {
  // A body destroyed before its end reports that as an error, which nobody else would hear.
  response.body.on('error', () => {}).destroy();
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function describe(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown error');
}
