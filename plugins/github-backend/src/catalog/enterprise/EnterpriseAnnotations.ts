import type { Entity } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { readTarget } from '../../store/readTarget';
import type { createEnterpriseFacts } from './createEnterpriseFacts';

/** Puts on entities that come from GitHub what is true of their GitHub and organisation, where it is known. */
export class EnterpriseAnnotations implements CatalogProcessor {
  readonly #options: {
    hosts: () => string[];
    factsOf: ReturnType<typeof createEnterpriseFacts>;
  };

  constructor(options: {
    /** Hosts of all GitHubs, as in URLs. */
    hosts: () => string[];
    factsOf: ReturnType<typeof createEnterpriseFacts>;
  }) {
    this.#options = options;
  }

  getProcessorName(): string {
    return 'GithubEnterpriseAnnotations';
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
  ): Promise<Entity> {
    const target =
      entity.kind !== 'Location' && location.type === 'url'
        ? readTarget(location.target)
        : undefined;
    if (!target || !this.#options.hosts().includes(target.host)) {
      return entity;
    }
    const { version, preReceiveHooks, saml } = await this.#options.factsOf({
      host: target.host,
      owner: target.owner,
      url: location.target,
    });
    const annotations = {
      ...entity.metadata.annotations,
      ...(version && { 'github.com/enterprise-version': version }),
      ...(preReceiveHooks !== undefined && {
        'github.com/pre-receive-hooks-enabled': String(preReceiveHooks),
      }),
      ...(saml !== undefined && {
        'github.com/saml-sso-enabled': String(saml),
      }),
    };
    return { ...entity, metadata: { ...entity.metadata, annotations } };
  }
}
