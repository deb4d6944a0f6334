import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { InputError, NotModifiedError } from '@backstage/errors';
import {
  parseReferenceAnnotation,
  type PreparerBase,
  type PreparerOptions,
  type PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import { stringify } from 'yaml';
import { fetchPictures } from './fetchPictures';
import { mapTargets } from './mapTargets';
import { type ReadmeLocation, readReadmeLocation } from './ReadmeLocation';
import { resolveTarget } from './resolveTarget';

const LARGEST_BYTES = 2 * 1024 * 1024;

/**
 * Makes docs of one page from a README that `backstage.io/techdocs-ref` names, as in `url:https://github.com/acme/shop/blob/main/README.md`.
 * The file alone is read, and the pictures that it shows; the repository is not downloaded. Everything else is left to the preparer of stock.
 */
export class ReadmePreparer implements PreparerBase {
  readonly #stock: PreparerBase;
  readonly #reader: UrlReaderService;
  readonly #workingDirectory: string;

  constructor(options: {
    stock: PreparerBase;
    reader: UrlReaderService;
    /** @defaultValue that of the machine for temporary files */
    workingDirectory?: string;
  }) {
    this.#stock = options.stock;
    this.#reader = options.reader;
    this.#workingDirectory = options.workingDirectory ?? os.tmpdir();
  }

  shouldCleanPreparedDirectory() {
    return this.#stock.shouldCleanPreparedDirectory();
  }

  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const { target } = parseReferenceAnnotation(
      'backstage.io/techdocs-ref',
      entity,
    );
    const location = readReadmeLocation(target);
    if (!location) return this.#stock.prepare(entity, options);

    const { url } = location;
    options?.logger?.info(`Reading ${url}`);
    const answer = await this.#reader.readUrl(url, { etag: options?.etag });
    const content = await answer.buffer();
    if (content.length > LARGEST_BYTES) {
      throw new InputError(
        `${url} is larger than 2 MiB, too large for docs of one page; split it into a folder docs/`,
      );
    }
    const etag =
      answer.etag ?? createHash('sha256').update(content).digest('hex');
    if (etag === options?.etag) throw new NotModifiedError();

    const preparedDir = await fs.mkdtemp(
      path.join(this.#workingDirectory, 'readme-docs-'),
    );
    try {
      await this.#write({ entity, location, content, preparedDir, options });
    } catch (error) {
      await fs.rm(preparedDir, { recursive: true, force: true });
      throw error;
    }
    return { preparedDir, etag };
  }

  async #write(options: {
    entity: Entity;
    location: ReadmeLocation;
    content: Buffer;
    preparedDir: string;
    options?: PreparerOptions;
  }): Promise<void> {
    const { entity, location, preparedDir } = options;
    const text = options.content.toString('utf8');
    const folder = path.join(preparedDir, 'docs');
    await fs.mkdir(folder);

    const pictures: { url: string; name: string }[] = [];
    mapTargets({
      text,
      change: target => {
        const found = resolveTarget({ target, location });
        if (found.kind === 'picture') pictures.push(found);
        return target;
      },
    });
    const files = await fetchPictures({
      pictures,
      reader: this.#reader,
      folder,
      logger: options.options?.logger,
    });
    const page = mapTargets({
      text,
      change: target => {
        const found = resolveTarget({ target, location });
        return found.kind === 'elsewhere'
          ? target
          : files.get(found.url) ?? found.url;
      },
    });
    await fs.writeFile(path.join(folder, 'index.md'), page);
    const { title, name } = entity.metadata;
    await fs.writeFile(
      path.join(preparedDir, 'mkdocs.yml'),
      stringify({
        site_name: title ?? name,
        repo_url: location.repository,
        edit_uri_template: location.editUrl,
        plugins: ['techdocs-core'],
      }),
    );
  }
}
