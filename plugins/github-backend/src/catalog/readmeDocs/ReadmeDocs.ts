import type { Entity } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { ANNOTATION_README_DOCS } from '../../inferred/readmeRef';
import { readTarget } from '../../store/readTarget';
import type { MirrorView } from '../../store/MirrorView';
import { readmeOf } from './readmeOf';

/** Gives components that are described at GitHub, and name no docs, their repository's README as docs. */
export class ReadmeDocs implements CatalogProcessor {
  readonly #options: {
    view: () => Promise<Pick<MirrorView, 'repositoryAt'> | undefined>;
    hosts: () => string[];
  };

  constructor(options: {
    /** Undefined while the mirror cannot be asked; the next processing asks again. */
    view: () => Promise<Pick<MirrorView, 'repositoryAt'> | undefined>;
    /** Hosts of all GitHubs, as in URLs. */
    hosts: () => string[];
  }) {
    this.#options = options;
  }

  getProcessorName(): string {
    return 'GithubReadmeDocs';
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
  ): Promise<Entity> {
    const { view, hosts } = this.#options;
    const { target } = location;
    const at =
      entity.kind === 'Component' && location.type === 'url'
        ? readTarget(target)
        : undefined;
    if (!at || !hosts().includes(at.host)) {
      return entity;
    }
    const repository = await (await view())?.repositoryAt({ url: target });
    const docs = repository && readmeOf({ entity, target, repository });
    return docs
      ? {
          ...entity,
          metadata: {
            ...entity.metadata,
            annotations: {
              ...entity.metadata.annotations,
              'backstage.io/techdocs-ref': docs,
              [ANNOTATION_README_DOCS]: 'true',
            },
          },
        }
      : entity;
  }
}
