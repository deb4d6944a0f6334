import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  type Entity,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { AnnotateLocationEntityProcessor as StockAnnotateLocationEntityProcessor } from '@backstage/plugin-catalog-backend';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type { CatalogProcessorEmit } from '@backstage/plugin-catalog-node';
import { isPlainObject } from 'lodash';

const COMMIT_HASH = /\b[0-9a-f]{40,}\b/;

/** So many locations are remembered at most. */
const MAX_REMEMBERED = 1_000;

/** The stock processor, without copying the whole entity. */
export class AnnotateLocationEntityProcessor extends StockAnnotateLocationEntityProcessor {
  readonly #integrations: ScmIntegrationRegistry;
  /** By URL. The entities of one file come one after the other. */
  readonly #links = new Map<string, Record<string, string>>();

  constructor(options: { integrations: ScmIntegrationRegistry }) {
    super(options);
    this.#integrations = options.integrations;
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    originLocation: LocationSpec,
  ): Promise<Entity> {
    const given = entity.metadata?.annotations;
    if (!isPlainObject(given) || Object.values(given!).includes(undefined!)) {
      return super.preProcessEntity(entity, location, emit, originLocation);
    }
    const annotations = {
      ...this.#annotationsOf(location, originLocation),
      ...given,
    };
    return { ...entity, metadata: { ...entity.metadata, annotations } };
  }

  #annotationsOf(
    location: LocationSpec,
    originLocation: LocationSpec,
  ): Record<string, string> {
    return {
      [ANNOTATION_LOCATION]: stringifyLocationRef(location),
      [ANNOTATION_ORIGIN_LOCATION]: stringifyLocationRef(originLocation),
      ...(location.type === 'url' && this.#linksOf(location.target)),
    };
  }

  #linksOf(target: string): Record<string, string> {
    let links = this.#links.get(target);
    if (!links) {
      links = this.#findLinks(target);
      if (this.#links.size >= MAX_REMEMBERED) this.#links.clear();
      this.#links.set(target, links);
    }
    return links;
  }

  #findLinks(target: string): Record<string, string> {
    const links: Record<string, string> = { [ANNOTATION_VIEW_URL]: target };
    // Given a string, each of a dozen types of integrations would parse it.
    const integration = URL.canParse(target)
      ? this.#integrations.byUrl(new URL(target))
      : undefined;
    const editUrl = COMMIT_HASH.test(target)
      ? undefined
      : integration?.resolveEditUrl(target);
    if (editUrl) links[ANNOTATION_EDIT_URL] = editUrl;
    const sourceUrl = integration?.resolveUrl({ url: './', base: target });
    if (sourceUrl) {
      links[ANNOTATION_SOURCE_LOCATION] = stringifyLocationRef({
        type: 'url',
        target: sourceUrl,
      });
    }
    return links;
  }
}
