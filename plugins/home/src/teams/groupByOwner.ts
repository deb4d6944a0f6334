import type { TeamComponent } from './useTeamComponents';

export interface OwnerGroup {
  ownerRef: string;
  /** How many of the given components the owner has. */
  total: number;
  /** The ones within the limit. */
  shown: TeamComponent[];
}

/** Groups by owner, in the order of the owners' names, and shows the first `limit` components of the whole. */
export function groupByOwner(options: {
  components: TeamComponent[];
  limit: number;
  ownerName: (ref: string) => string;
}): OwnerGroup[] {
  const { components, limit, ownerName } = options;
  const byOwner = new Map<string, TeamComponent[]>();
  for (const component of components) {
    const group = byOwner.get(component.ownerRef);
    if (group) group.push(component);
    else byOwner.set(component.ownerRef, [component]);
  }
  let left = limit;
  return [...byOwner]
    .sort(([a], [b]) => ownerName(a).localeCompare(ownerName(b)))
    .map(([ownerRef, owned]) => {
      const shown = owned.slice(0, Math.max(left, 0));
      left -= shown.length;
      return { ownerRef, total: owned.length, shown };
    })
    .filter(({ shown }) => shown.length > 0);
}
