/** What a resolver asks the catalog for; the `AuthResolverCatalogUserQuery` of `@backstage/plugin-auth-node`. */
export type UserQuery =
  | { entityRef: string | { kind?: string; namespace?: string; name: string } }
  | { annotations: Record<string, string> }
  | { filter: object | object[] };

/** What a resolver looks for, as in 'a User named priya'. */
export function describeQuery(query: UserQuery): string {
  if ('entityRef' in query) {
    const { entityRef } = query;
    return `a User named ${
      typeof entityRef === 'string' ? entityRef : entityRef.name
    }`;
  }
  if ('annotations' in query) {
    return `a User with ${pairs(
      query.annotations,
      key => `the annotation ${key}`,
    )}`;
  }
  return `a User with ${[query.filter]
    .flat()
    .map(filter => pairs(filter as Record<string, unknown>, key => key))
    .join(', or with ')}`;
}

function pairs(
  record: Record<string, unknown>,
  nameOf: (key: string) => string,
): string {
  return Object.entries(record)
    .map(([key, value]) => `${nameOf(key)} = ${value}`)
    .join(' and ');
}
