/** What stands behind an entity: `provider:NAME` or `entity:REF`. */
export type ParentLink = `provider:${string}` | `entity:${string}`;

/** Relations that one entity emits: a flat list of source, type and target. An empty source is the entity itself. */
export type RelationTriples = readonly string[];

/** What the ledger knows of one row of `refresh_state`, visible or not. */
export type NodeState = {
  entityId: string;
  entityRef: string;
  parents: readonly ParentLink[];
  relations: RelationTriples;
};
