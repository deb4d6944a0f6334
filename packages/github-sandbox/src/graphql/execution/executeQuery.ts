import { execute } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { RateStatus } from '../../core/limits/RateLimits';
import type { Sandbox } from '../../core/Sandbox';
import type { Urls } from '../../http/createUrls';
import { pullsUpToDate } from '../../pulls/sync/syncQueue';
import type { GraphqlContext } from '../GraphqlContext';
import type { GraphqlBody } from '../readGraphqlBody';
import { createContext } from './createContext';
import { formatError } from './formatProblem';
import type { FormattedError } from './formatProblem';
import type { Prepared } from './prepareQuery';
import {
  resourceLimitsExceeded,
  strictFieldResolver,
} from './strictFieldResolver';

/** Runs a query that has been prepared and paid. */
export async function executeQuery(options: {
  sandbox: Sandbox;
  schema: GraphQLSchema;
  body: GraphqlBody;
  prepared: Extract<Prepared, { outcome: 'ready' }>;
  viewer: GraphqlContext['viewer'];
  urls: Urls;
  status: () => RateStatus;
}): Promise<{
  data?: Record<string, unknown> | null;
  errors?: FormattedError[];
  notCovered?: string[];
}> {
  const { sandbox, schema, body, prepared, viewer, urls, status } = options;
  const { cost, nodeCount, document } = prepared;
  const { partial } = sandbox.faults.nextGraphql();
  await pullsUpToDate(sandbox);
  const context = createContext({
    sandbox,
    viewer,
    urls,
    rate: { cost, nodeCount, status },
    cutShort: partial,
  });
  const result = await execute({
    schema,
    document,
    operationName: body.operationName,
    variableValues: body.variables,
    rootValue: {},
    contextValue: context,
    fieldResolver: strictFieldResolver,
    typeResolver: source => (source as { __typename: string }).__typename,
  });
  const errors = (result.errors ?? []).map(error =>
    formatError({
      error,
      // The work is over at once; this is how a mistake gets to whoever runs the sandbox.
      onUnexpected: cause => sandbox.background(Promise.reject(cause)),
    }),
  );
  const data = result.data as Record<string, unknown> | null | undefined;
  const last = data && Object.keys(data).at(-1);
  if (context.cutShort && data && last) {
    // There was no list to cut.
    data[last] = null;
    const { type, message } = resourceLimitsExceeded();
    errors.push({ type, path: [last], message });
  }
  return {
    ...(data !== undefined && { data }),
    ...(errors.length > 0 && { errors }),
    notCovered: [...context.notCovered],
  };
}
