import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  coreServices,
  createServiceFactory,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import type { World } from './world';

/** Reads URLs from the files of a world, with etags that change with the content. `*` in the last part of a path matches any. */
export function worldUrlReader(world: World) {
  const read = (url: string, etag?: string) => {
    const content = world.files.get(url);
    if (content === undefined) {
      throw new NotFoundError(`No file at ${url}`);
    }
    const current = etagOf(content);
    if (etag === current) {
      throw new NotModifiedError();
    }
    return { content: Buffer.from(content), etag: current };
  };
  const reader: UrlReaderService = {
    async readUrl(url, options) {
      const { content, etag } = read(url, options?.etag);
      return {
        buffer: async () => content,
        stream: () => Readable.from(content),
        etag,
      };
    },
    async search(url, options) {
      if (url.includes('*')) {
        const pattern = new RegExp(
          `^${url
            .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
            .replace(/\*/g, '[^/]*')}$`,
        );
        const found = [...world.files].filter(([name]) => pattern.test(name));
        const etag = etagOf(JSON.stringify(found));
        if (etag === options?.etag) {
          throw new NotModifiedError();
        }
        return {
          files: found.map(([name, content]) => ({
            url: name,
            content: async () => Buffer.from(content),
          })),
          etag,
        };
      }
      const { content, etag } = read(url, options?.etag);
      return { files: [{ url, content: async () => content }], etag };
    },
    async readTree() {
      throw new NotFoundError('This world has no trees');
    },
  };
  return createServiceFactory({
    service: coreServices.urlReader,
    deps: {},
    factory: () => reader,
  });
}

function etagOf(content: string) {
  return createHash('sha1').update(content).digest('hex');
}
