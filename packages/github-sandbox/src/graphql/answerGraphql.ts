import type { Context } from 'hono';
import { getIntrospectionQuery } from 'graphql';
import { refuseSuspended } from '../access/rights/refuseSuspended';
import { ssoPartialResults } from '../access/sso/ssoPartialResults';
import type { Sandbox } from '../core/Sandbox';
import { admit } from '../http/admit';
import { secondaryLimited } from '../http/applyFaults';
import { createUrls } from '../http/createUrls';
import type { Env } from '../http/Env';
import { errorAnswer } from '../http/errorAnswer';
import { GitHubError } from '../http/GitHubError';
import { credentialHeaders, rateHeaders } from '../http/responseHeaders';
import { limitOf } from '../limits/limitOf';
import { executeQuery } from './execution/executeQuery';
import type { FormattedError } from './execution/formatProblem';
import { prepareQuery } from './execution/prepareQuery';
import type { GraphqlBody } from './readGraphqlBody';
import { readGraphqlBody } from './readGraphqlBody';
import { loadSchema } from './schema/loadSchema';

/** Of a query, as the log keeps it: enough to know it again. */
const LOGGED_CHARACTERS = 4096;

/** Answers one GraphQL request: credential, query, points, execution. */
export async function answerGraphql(options: {
  sandbox: Sandbox;
  context: Context<Env>;
}): Promise<Response> {
  const { sandbox, context } = options;
  const enterprise = context.get('enterprise');
  const entry = context.get('entry');
  const { method } = context.req;
  entry.route = `${method} /graphql`;
  const refuse = (error: GitHubError, headers = {}) =>
    errorAnswer({ error, enterprise, headers });

  // Points are counted here and not there, since what a query costs is known once it has been read.
  const admission = await admit({ sandbox, context, resource: undefined });
  if (admission.outcome === 'refused') return admission.response;
  const { viewer, release } = admission;
  if (viewer.kind !== 'user' && viewer.kind !== 'installation') {
    release();
    return refuse(unauthenticated(), admission.headers);
  }
  const suspended = refuseSuspended(viewer);
  if (suspended) {
    release();
    return refuse(suspended, admission.headers);
  }
  const { key, limit } = limitOf({ viewer, resource: 'graphql' });
  let leave = () => undefined as void;

  try {
    const read: Awaited<ReturnType<typeof readGraphqlBody>> =
      method === 'GET'
        ? { outcome: 'read', body: introspection() }
        : await readGraphqlBody(context.req.raw);
    if (read.outcome === 'noJson') return refuse(noJson(), admission.headers);
    if (read.outcome === 'tooLarge') return refuse(tooLarge());
    const body = read.outcome === 'read' ? read.body : undefined;
    const schema = loadSchema({ enterprise });
    const prepared = body && prepareQuery({ schema, body });
    const pass = sandbox.limits.enter({
      key,
      endpoint: 'graphql',
      write: prepared?.outcome === 'ready' && prepared.isMutation,
    });
    if (pass.outcome === 'exceeded') {
      return refuse(secondaryLimited({ seconds: pass.retryAfterSeconds }));
    }
    leave = pass.release;
    const cost = prepared?.outcome === 'ready' ? prepared.cost : 1;
    const counted = sandbox.limits.take({
      key,
      resource: 'graphql',
      limit,
      cost,
    });
    const status = () =>
      sandbox.limits.status({ key, resource: 'graphql', limit });

    const answer = await (async () => {
      if (!body || !prepared) return { errors: [noQuery()] };
      if (counted.outcome === 'exceeded') {
        return { errors: [rateLimited(key)] };
      }
      if (prepared.outcome === 'refused') {
        return prepared.valid
          ? { data: null, errors: prepared.errors }
          : { errors: prepared.errors };
      }
      return executeQuery({
        sandbox,
        schema,
        body,
        prepared,
        viewer,
        urls: createUrls({ baseUrl: sandbox.baseUrl, enterprise }),
        status,
      });
    })();
    if (prepared?.outcome === 'ready' && prepared.isMutation) {
      sandbox.changed();
    }

    const { notCovered, ...shown } = answer as typeof answer & {
      notCovered?: string[];
    };
    entry.graphql = {
      query: (body?.query ?? '').slice(0, LOGGED_CHARACTERS),
      ...(prepared?.operationName && {
        operationName: prepared.operationName,
      }),
      errors: shown.errors?.length ?? 0,
      ...(notCovered?.length && { notCovered }),
    };
    const partial =
      shown.errors?.some(({ extensions }) => extensions?.saml_failure) &&
      ssoPartialResults({ sandbox, viewer });
    return context.json(shown, 200, {
      ...admission.headers,
      ...(partial && { 'x-github-sso': partial }),
      ...credentialHeaders({ viewer }),
      ...rateHeaders(status()),
      'x-github-media-type': 'github.v4; format=json',
    });
  } finally {
    leave();
    release();
  }
}

/** Who asks with GET gets the schema. https://docs.github.com/graphql/guides/introduction-to-graphql#discovering-the-graphql-api */
function introspection(): GraphqlBody {
  return {
    query: getIntrospectionQuery(),
    operationName: undefined,
    variables: {},
  };
}

function unauthenticated() {
  return new GitHubError({
    status: 401,
    message: 'This endpoint requires you to be authenticated.',
    documentationUrl:
      'https://docs.github.com/graphql/guides/forming-calls-with-graphql#authenticating-with-graphql',
  });
}

function noJson() {
  return new GitHubError({
    status: 400,
    message: 'Problems parsing JSON',
    documentationUrl: 'https://docs.github.com/graphql',
  });
}

function noQuery(): FormattedError {
  return {
    message: 'A query attribute must be specified and must be a string.',
  };
}

function tooLarge() {
  return new GitHubError({ status: 413, message: 'Request body too large' });
}

/** GraphQL says so with status 200. https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit */
function rateLimited(key: string): FormattedError {
  const [kind, id] = key.split(':');
  return {
    type: 'RATE_LIMITED',
    message: `API rate limit exceeded for ${kind} ID ${id}.`,
  };
}
