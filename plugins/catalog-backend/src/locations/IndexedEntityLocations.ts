import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';
import type { EntityIndex } from '../index/EntityIndex';
import type { EntityLocations } from './EntityLocations';

const KEYS = [ANNOTATION_LOCATION, ANNOTATION_ORIGIN_LOCATION].map(
  name => `metadata.annotations.${name}`,
);

/** Looks in the index. */
export class IndexedEntityLocations implements EntityLocations {
  readonly #index: () => EntityIndex;

  constructor(index: () => EntityIndex) {
    this.#index = index;
  }

  originLocationOf(entityRef: string): string | undefined {
    const [value] = this.#index().valuesOf({ entityRef, key: KEYS[1] });
    return value;
  }

  entitiesAt(options: { refs?: string[]; prefixes?: string[] }): string[] {
    const { refs = [], prefixes = [] } = options;
    const index = this.#index();
    const found = index.none();
    for (const column of KEYS.map(key => index.column(key))) {
      refs.forEach(ref => column?.addEqual(ref.toLowerCase(), found));
      prefixes.forEach(ref => column?.addPrefix(ref.toLowerCase(), found));
    }
    return Array.from(found.toArray(), slot => index.entityAt(slot).entityRef);
  }
}
