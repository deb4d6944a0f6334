import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  type CompoundEntityRef,
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { DocsSites } from './DocsSites';

/** Builds the docs that nobody has visited yet, one site after another. */
export class Prebuilder {
  readonly #options: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
    sites: Pick<DocsSites, 'isBuilt' | 'build'>;
    onBuilt: (entityRef: string) => Promise<void>;
    isStopped: () => boolean;
  };
  /** Each is tried once; after that, a visit tries again, as in stock. */
  readonly #tried = new Set<string>();

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    logger: LoggerService;
    sites: Pick<DocsSites, 'isBuilt' | 'build'>;
    onBuilt: (entityRef: string) => Promise<void>;
    isStopped: () => boolean;
  }) {
    this.#options = options;
  }

  /**
   * Builds the docs of all entities that appeared since the last call. What fails is logged and does not stop the others.
   *
   * @returns how many entities were new.
   * @throws when the catalog cannot be read.
   */
  async buildNew(): Promise<number> {
    const { isStopped } = this.#options;
    const refs = (await this.#listEntitiesWithDocs()).filter(
      ref => !this.#tried.has(stringifyEntityRef(ref)),
    );
    for (const ref of refs) {
      if (isStopped()) {
        break;
      }
      this.#tried.add(stringifyEntityRef(ref));
      await this.#build(ref);
    }
    return refs.length;
  }

  async #listEntitiesWithDocs(): Promise<CompoundEntityRef[]> {
    const { auth, catalog } = this.#options;
    const pages = catalog.streamEntities(
      {
        filter: {
          'metadata.annotations.backstage.io/techdocs-ref':
            CATALOG_FILTER_EXISTS,
        },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    const refs: CompoundEntityRef[] = [];
    for await (const page of pages) {
      refs.push(...page.map(getCompoundEntityRef));
    }
    return refs;
  }

  async #build(ref: CompoundEntityRef): Promise<void> {
    const { isStopped, logger, onBuilt, sites } = this.#options;
    const entityRef = stringifyEntityRef(ref);
    const warn = (reason: string) =>
      logger.warn(`Could not build the docs of ${entityRef} ahead: ${reason}`);
    try {
      if (await sites.isBuilt(ref)) {
        return;
      }
      const outcome = await sites.build(ref);
      if (outcome.status === 'failed') {
        warn(outcome.reason);
      } else if (outcome.status === 'built') {
        logger.info(`Built the docs of ${entityRef} ahead of the first visit`);
        await onBuilt(entityRef);
      }
    } catch (error) {
      // A portal that stops cuts its own connections; that is no fault of the docs.
      if (!isStopped()) {
        warn(stringifyError(error));
      }
    }
  }
}
