import type { GroupEntity } from '@backstage/catalog-model';

/** Completes parents and children of the groups of one organisation from each other, as stock does. Changes them. */
export function linkGroups(options: { groups: GroupEntity[] }): void {
  const { groups } = options;
  const byName = new Map(groups.map(group => [group.metadata.name, group]));
  for (const { metadata, spec } of groups) {
    const parent = spec.parent && byName.get(spec.parent);
    if (parent && !parent.spec.children.includes(metadata.name)) {
      parent.spec.children.push(metadata.name);
    }
  }
  for (const { metadata, spec } of groups) {
    for (const name of spec.children) {
      const child = byName.get(name);
      if (child && !child.spec.parent) child.spec.parent = metadata.name;
    }
  }
}
