import type { ImportItem } from '@callboard/plugin-github-common';

/**
 * Leaves out the repositories whose entity would have a name that something else has: another entity of the catalog, or one that is made of
 * an earlier repository of the plan. The catalog would keep the first and drop the other without a word.
 */
export function leaveOutTaken(options: {
  items: ImportItem[];
  /** References that are in the catalog, with where each is from. */
  taken: Map<string, string>;
}): ImportItem[] {
  const { items } = options;
  const taken = new Map(options.taken);
  return items.map(item => {
    const { state, entity, repository } = item;
    if (state !== 'inferable' || !entity) return item;
    const by = taken.get(entity.ref);
    if (by === undefined) {
      taken.set(entity.ref, repository);
      return item;
    }
    const { entity: _, ...rest } = item;
    return {
      ...rest,
      state: 'left-out',
      missing: [],
      problems: [
        `${entity.ref} is taken (${by}): add a descriptor with another name`,
      ],
    };
  });
}
