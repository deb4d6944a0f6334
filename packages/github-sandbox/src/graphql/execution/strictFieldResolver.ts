import { isListType, isNonNullType, getNullableType } from 'graphql';
import type { GraphQLFieldResolver } from 'graphql';
import type { GraphqlContext } from '../GraphqlContext';
import { Problem } from '../Problem';
import { resolvers } from '../resolvers';

/**
 * Resolves every field: by the registry of its type, else from what the parent has under its name. A field that is neither is an error
 * that names it, never a silent null.
 */
export const strictFieldResolver: GraphQLFieldResolver<
  unknown,
  GraphqlContext
> = (source, args, context, info) => {
  const type = info.parentType.name;
  const resolver = resolvers[type]?.[info.fieldName];
  const value = resolver
    ? resolver(source, args, context, info)
    : ownValue({ source, field: info.fieldName, type, context });
  const items = getNullableType(info.returnType);
  return context.cutShort && isListType(items) && !isNonNullType(items.ofType)
    ? Promise.resolve(value).then(list => cut({ list, context }))
    : value;
};

function ownValue(options: {
  source: unknown;
  field: string;
  type: string;
  context: GraphqlContext;
}): unknown {
  const { source, field, type, context } = options;
  if (!Object.hasOwn(source as object, field)) {
    context.notCovered.add(`${type}.${field}`);
    throw new Problem({
      type: 'NOT_IMPLEMENTED',
      message: `The sandbox does not cover the field '${type}.${field}'.`,
    });
  }
  const value = (source as Record<string, unknown>)[field];
  return typeof value === 'function' ? value() : value;
}

/** What is left of a list where the limits of GitHub's resources end a query: the second half is null, each with an error. */
function cut(options: { list: unknown; context: GraphqlContext }): unknown {
  const { list, context } = options;
  if (!context.cutShort || !Array.isArray(list) || list.length === 0) {
    return list;
  }
  context.cutShort = false;
  return list.map((item, index) =>
    index < Math.floor(list.length / 2) ? item : resourceLimitsExceeded(),
  );
}

/** https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#resource-limits */
export function resourceLimitsExceeded(): Problem {
  return new Problem({
    type: 'RESOURCE_LIMITS_EXCEEDED',
    message: 'Resource limits for this query exceeded.',
  });
}
