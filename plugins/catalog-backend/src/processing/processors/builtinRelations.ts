import {
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CHILD_OF,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_MEMBER,
  RELATION_HAS_PART,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';

/** What a field of `spec` says about the entities that it names. */
type BuiltinRelation = {
  field: string;
  /** Of refs that do not tell their kind; they have to where there is none. */
  defaultKind?: string;
  /** From the entity to those that it names, and back. */
  outgoing: string;
  incoming: string;
};

const owner: BuiltinRelation = {
  field: 'owner',
  defaultKind: 'Group',
  outgoing: RELATION_OWNED_BY,
  incoming: RELATION_OWNER_OF,
};
const dependsOn: BuiltinRelation = {
  field: 'dependsOn',
  outgoing: RELATION_DEPENDS_ON,
  incoming: RELATION_DEPENDENCY_OF,
};
const dependencyOf: BuiltinRelation = {
  field: 'dependencyOf',
  outgoing: RELATION_DEPENDENCY_OF,
  incoming: RELATION_DEPENDS_ON,
};
const partOf = (field: string, defaultKind: string): BuiltinRelation => ({
  field,
  defaultKind,
  outgoing: RELATION_PART_OF,
  incoming: RELATION_HAS_PART,
});

const BY_KIND: Record<string, readonly BuiltinRelation[]> = {
  Component: [
    owner,
    partOf('subcomponentOf', 'Component'),
    {
      field: 'providesApis',
      defaultKind: 'API',
      outgoing: RELATION_PROVIDES_API,
      incoming: RELATION_API_PROVIDED_BY,
    },
    {
      field: 'consumesApis',
      defaultKind: 'API',
      outgoing: RELATION_CONSUMES_API,
      incoming: RELATION_API_CONSUMED_BY,
    },
    dependsOn,
    dependencyOf,
    partOf('system', 'System'),
  ],
  API: [owner, partOf('system', 'System')],
  Resource: [owner, dependsOn, dependencyOf, partOf('system', 'System')],
  User: [
    {
      field: 'memberOf',
      defaultKind: 'Group',
      outgoing: RELATION_MEMBER_OF,
      incoming: RELATION_HAS_MEMBER,
    },
  ],
  Group: [
    {
      field: 'parent',
      defaultKind: 'Group',
      outgoing: RELATION_CHILD_OF,
      incoming: RELATION_PARENT_OF,
    },
    {
      field: 'children',
      defaultKind: 'Group',
      outgoing: RELATION_PARENT_OF,
      incoming: RELATION_CHILD_OF,
    },
    {
      field: 'members',
      defaultKind: 'User',
      outgoing: RELATION_HAS_MEMBER,
      incoming: RELATION_MEMBER_OF,
    },
  ],
  System: [owner, partOf('domain', 'Domain')],
  Domain: [owner, partOf('subdomainOf', 'Domain')],
};

/** By kind, in the order in which they are emitted. */
export const BUILTIN_RELATIONS: ReadonlyMap<
  string,
  readonly BuiltinRelation[]
> = new Map(Object.entries(BY_KIND));
