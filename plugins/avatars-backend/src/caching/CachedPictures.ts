import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  PictureOutcome,
  RefusedPicture,
} from '../fetching/PictureOutcome';
import type { PictureCache } from './boundCache';

const PICTURE_TTL = { hours: 24 };
// Long enough to spare a broken host, short enough that a mended one shows before the next coffee.
const REFUSAL_TTL = { minutes: 10 };

type CachedOutcome =
  | { result: 'picture'; contentType: string; base64: string }
  | { result: 'refused'; cause: RefusedPicture['cause']; message: string };

/** Pictures by URL, each fetched once however many ask for it, failures remembered too. */
export class CachedPictures {
  readonly #cache: PictureCache;
  readonly #fetch: (url: string) => Promise<PictureOutcome>;
  readonly #logger: LoggerService;
  readonly #inFlight = new Map<string, Promise<PictureOutcome>>();

  constructor(options: {
    cache: PictureCache;
    fetch: (url: string) => Promise<PictureOutcome>;
    logger: LoggerService;
  }) {
    this.#cache = options.cache;
    this.#fetch = options.fetch;
    this.#logger = options.logger;
  }

  async get(url: string): Promise<PictureOutcome> {
    // Nothing to save: the catalog holds the picture itself.
    if (/^data:/i.test(url)) {
      return this.#fetch(url);
    }
    const key = `v1:${createHash('sha256').update(url).digest('base64url')}`;
    const running = this.#inFlight.get(key);
    if (running) {
      return running;
    }
    const outcome = this.#load(key, url).finally(() =>
      this.#inFlight.delete(key),
    );
    this.#inFlight.set(key, outcome);
    return outcome;
  }

  async #load(key: string, url: string): Promise<PictureOutcome> {
    const cached = await this.#read(key);
    if (cached) {
      return cached;
    }
    const outcome = await this.#fetch(url);
    await this.#write(key, outcome);
    return outcome;
  }

  // A cache that is down makes pictures slow, and must not make them fail.
  async #read(key: string): Promise<PictureOutcome | undefined> {
    try {
      const cached = await this.#cache.get<CachedOutcome>(key);
      return cached?.result === 'picture'
        ? {
            result: 'picture',
            contentType: cached.contentType,
            body: Buffer.from(cached.base64, 'base64'),
          }
        : cached;
    } catch (error) {
      this.#logger.warn(`A picture could not be read from the cache: ${error}`);
      return undefined;
    }
  }

  async #write(key: string, outcome: PictureOutcome): Promise<void> {
    const cached: CachedOutcome =
      outcome.result === 'picture'
        ? {
            result: 'picture',
            contentType: outcome.contentType,
            base64: outcome.body.toString('base64'),
          }
        : { ...outcome };
    try {
      await this.#cache.set(key, cached, {
        ttl: outcome.result === 'picture' ? PICTURE_TTL : REFUSAL_TTL,
      });
    } catch (error) {
      this.#logger.warn(
        `A picture could not be written to the cache: ${error}`,
      );
    }
  }
}
