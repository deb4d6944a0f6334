import type { GraphQLResolveInfo } from 'graphql';
import type { GraphqlContext } from '../GraphqlContext';

/** Resolves one field. The arguments have been checked against the schema. */
export type Resolver<Source> = (
  source: Source,
  args: any,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
) => unknown;

/** The fields of one type that are not simply there in what its parent gives. */
export type Resolvers<Source> = Record<string, Resolver<Source>>;
