import type { Entity } from '@backstage/catalog-model';

/** Keeps what transformers made, so that an event about one person does not run them for everybody. */
export interface TransformCache {
  /** A copy of what was made of the same item, or what `make` makes of it. */
  entity(options: {
    key: string;
    item: object;
    make(): Promise<Entity | undefined>;
  }): Promise<Entity | undefined>;
  /** Everything is made anew, as at each scheduled run: transformers may look elsewhere too. */
  clear(): void;
}

export function createTransformCache(): TransformCache {
  const made = new Map<string, { item: string; entity?: Entity }>();
  return {
    async entity({ key, item, make }) {
      const text = JSON.stringify(item);
      const known = made.get(key);
      if (known?.item === text) return structuredClone(known.entity);
      const entity = await make();
      made.set(key, { item: text, entity: structuredClone(entity) });
      return entity;
    },
    clear: () => made.clear(),
  };
}
