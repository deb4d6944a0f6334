import type { Entity } from '@backstage/catalog-model';
import { NotModifiedError } from '@backstage/errors';
import type {
  PreparerBase,
  PreparerOptions,
  PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import { fingerprintDocs } from './fingerprintDocs';

/**
 * Tells whether the docs in a local folder have changed. The stock preparer of `dir:` cannot, so that every check builds the site
 * again and the reader is told of a newer version each time.
 */
export class FolderPreparer implements PreparerBase {
  readonly #stock: PreparerBase;

  constructor(options: { stock: PreparerBase }) {
    this.#stock = options.stock;
  }

  shouldCleanPreparedDirectory() {
    return this.#stock.shouldCleanPreparedDirectory();
  }

  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const prepared = await this.#stock.prepare(entity, options);
    if (prepared.etag) {
      return prepared;
    }
    const etag = await fingerprintDocs({ folder: prepared.preparedDir });
    if (etag === options?.etag) {
      throw new NotModifiedError();
    }
    return { ...prepared, etag };
  }
}
