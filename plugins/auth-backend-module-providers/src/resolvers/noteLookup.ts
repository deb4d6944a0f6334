import type {
  AuthResolverCatalogUserQuery,
  AuthResolverContext,
} from '@backstage/plugin-auth-node';

/** A context that writes down what a resolver looks for. */
export interface NotingContext extends AuthResolverContext {
  noteLookup(query: AuthResolverCatalogUserQuery): void;
}

/** For a resolver that asks the catalog by itself: writes down what it looks for, where somebody keeps notes. */
export function noteLookup(options: {
  context: AuthResolverContext;
  query: AuthResolverCatalogUserQuery;
}): void {
  const { context, query } = options;
  if ('noteLookup' in context) (context as NotingContext).noteLookup(query);
}
