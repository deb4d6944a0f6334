import { planCatalog } from './planCatalog';

/** The types of relations that stock's processor for the built-in kinds makes from a generated catalog, both directions. */
export const RELATION_TYPES = [
  'ownedBy',
  'ownerOf',
  'partOf',
  'hasPart',
  'memberOf',
  'hasMember',
  'childOf',
  'parentOf',
  'providesApi',
  'apiProvidedBy',
  'consumesApi',
  'apiConsumedBy',
  'dependsOn',
  'dependencyOf',
];

/** How many relations a generated catalog has once it is stitched. */
export interface RelationCounts {
  /** Entities with an owner; each has one. */
  ownedBy: number;
  /** All relations of all entities, each direction counted. */
  all: number;
}

/** Counts, without making the entities, the relations of a generated catalog of `count` entities. */
export function countRelations(count: number): RelationCounts {
  const { groups, users, domains, systems, resources, apis, components } =
    planCatalog(count);
  const ownedBy = domains + systems + resources + apis + components;
  const partOf = systems + resources + apis + components;
  const childOf = groups - Math.ceil(groups / 10);
  const ofComponents =
    components * ((apis > 0 ? 2 : 0) + (resources > 0 ? 1 : 0));
  return {
    ownedBy,
    all: 2 * (ownedBy + partOf + users + childOf + ofComponents),
  };
}
