import type { Context } from 'hono';
import { authenticate, refuseSuspended } from '../access';
import type { Viewer } from '../access';
import type { RateResource } from '../core/limits/RateLimits';
import type { Sandbox } from '../core/Sandbox';
import { limitOf } from '../limits/limitOf';
import { secondaryLimited } from './applyFaults';
import type { Env } from './Env';
import { errorAnswer } from './errorAnswer';
import { GitHubError } from './GitHubError';
import { baseHeaders, rateHeaders } from './responseHeaders';

export type Admission =
  | {
      outcome: 'admitted';
      viewer: Viewer;
      headers: Record<string, string>;
      /** Undoes the count, for an answer that costs nothing. Returns the headers after that. */
      giveBack: () => Record<string, string>;
      /** Says that the request is over. */
      release: () => void;
    }
  | { outcome: 'refused'; response: Response };

/** Reads the credential and counts the request against its limits. Shared by REST and GraphQL. */
export async function admit(options: {
  sandbox: Sandbox;
  context: Context<Env>;
  /** Undefined: counted against nothing here. GraphQL counts for itself, once the query has been read. */
  resource: Exclude<RateResource, 'graphql'> | undefined;
}): Promise<Admission> {
  const { sandbox, context, resource } = options;
  const enterprise = context.get('enterprise');
  const refused = (error: GitHubError, headers = {}): Admission => ({
    outcome: 'refused',
    response: errorAnswer({ error, enterprise, headers }),
  });

  const authentication = await authenticate({
    sandbox,
    authorization: context.req.header('authorization'),
    address: '127.0.0.1',
  });
  if (authentication.outcome === 'badCredentials') {
    context.get('entry').credential = { kind: 'unknown' };
    return refused(
      new GitHubError({
        status: authentication.status ?? 401,
        message: authentication.message ?? 'Bad credentials',
      }),
    );
  }
  const { viewer } = authentication;
  context.set('viewer', viewer);
  const suspended = refuseSuspended(viewer);
  if (suspended) return refused(suspended);
  const base = baseHeaders({ enterprise });
  if (!resource) {
    return {
      outcome: 'admitted',
      viewer,
      headers: base,
      giveBack: () => ({}),
      release: () => undefined,
    };
  }

  const { key, limit } = limitOf({ viewer, resource });
  if (limit === 0) {
    return refused(
      new GitHubError({ status: 401, message: 'Requires authentication' }),
    );
  }
  const entry = sandbox.limits.enter({
    key,
    write: !['GET', 'HEAD'].includes(context.req.method) && resource === 'core',
  });
  if (entry.outcome === 'exceeded') {
    return refused(secondaryLimited({ seconds: entry.retryAfterSeconds }));
  }
  const taken = sandbox.limits.take({ key, resource, limit });
  if (taken.outcome === 'exceeded') {
    entry.release();
    return refused(
      new GitHubError({
        status: 403,
        message:
          viewer.kind === 'anonymous'
            ? `API rate limit exceeded for ${viewer.address}. (But here's the good news: Authenticated requests get a higher rate limit. Check out the documentation for more details.)`
            : `API rate limit exceeded for ${
                viewer.kind === 'installation' ? 'installation' : 'user'
              } ID ${key.split(':')[1]}.`,
        documentationUrl:
          'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
      }),
      rateHeaders(taken.status),
    );
  }
  return {
    outcome: 'admitted',
    viewer,
    headers: { ...base, ...rateHeaders(taken.status) },
    giveBack() {
      sandbox.limits.giveBack({ key, resource });
      return rateHeaders(sandbox.limits.status({ key, resource, limit }));
    },
    release: entry.release,
  };
}
