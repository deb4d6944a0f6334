import type { MiddlewareHandler } from 'hono';
import type { RateResource } from '../core/limits/RateLimits';
import type { Sandbox } from '../core/Sandbox';
import { LIMITS } from '../limits/limitOf';
import type { Env } from './Env';
import { GitHubError } from './GitHubError';
import { errorAnswer } from './errorAnswer';
import { rateHeaders } from './responseHeaders';

/** How long a request without answer is kept open at most. */
const NO_ANSWER_MS = 10 * 60 * 1000;

/** Makes go wrong what has been asked to go wrong. The control API is never hit. */
export function applyFaults(options: {
  sandbox: Sandbox;
}): MiddlewareHandler<Env> {
  const { sandbox } = options;
  return async (context, next) => {
    if (context.req.path.startsWith('/_sandbox')) return next();
    const { latencyMs, fault } = sandbox.faults.next({
      path: context.req.path,
    });
    if (latencyMs > 0) await pause(latencyMs);
    const enterprise = context.get('enterprise');
    switch (fault) {
      case 'badGateway':
        return context.html(
          '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
          502,
        );
      case 'timeout':
        await Promise.race([
          pause(NO_ANSWER_MS),
          new Promise(resolve =>
            context.req.raw.signal.addEventListener('abort', resolve, {
              once: true,
            }),
          ),
        ]);
        return context.body(null, 504);
      case 'rateLimited':
        // https://docs.github.com/rest/rate-limit/rate-limit: asking for the limits is not limited.
        if (/^(\/api\/v3)?\/rate_limit$/.test(context.req.path)) return next();
        if (context.req.path.endsWith('/graphql')) {
          // GraphQL tells in its own way, with status 200.
          return context.json(
            {
              errors: [
                { type: 'RATE_LIMITED', message: 'API rate limit exceeded' },
              ],
            },
            200,
            usedUp({ sandbox, resource: 'graphql' }),
          );
        }
        return errorAnswer({
          enterprise,
          error: rateLimited(
            usedUp({ sandbox, resource: resourceOf(context.req.path) }),
          ),
        });
      case 'secondaryLimited':
        return errorAnswer({
          enterprise,
          error: secondaryLimited({
            seconds: Math.max(
              1,
              Math.ceil(
                (Date.parse(sandbox.faults.settings.secondaryLimitedUntil!) -
                  sandbox.clock.now().getTime()) /
                  1000,
              ),
            ),
          }),
        });
      default:
        return next();
    }
  };
}

/** As the path tells; routes are looked for later. */
function resourceOf(path: string): RateResource {
  const [, search] = /^(?:\/api\/v3)?\/search\/([^/]+)/.exec(path) ?? [];
  if (!search) return 'core';
  return search === 'code' ? 'code_search' : 'search';
}

/** https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit; GraphQL has the same headers. */
function usedUp(options: { sandbox: Sandbox; resource: RateResource }) {
  const { sandbox, resource } = options;
  const { signedIn: limit } = LIMITS[resource];
  return rateHeaders({
    limit,
    used: limit,
    remaining: 0,
    reset: Math.ceil(
      Date.parse(sandbox.faults.settings.rateLimitedUntil!) / 1000,
    ),
    resource,
  });
}

function rateLimited(headers: Record<string, string>) {
  return new GitHubError({
    status: 403,
    message: 'API rate limit exceeded.',
    headers,
    documentationUrl:
      'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
  });
}

/** The answer to too much at once. */
export function secondaryLimited(options: { seconds: number }): GitHubError {
  return new GitHubError({
    status: 403,
    message:
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    headers: { 'retry-after': String(options.seconds) },
    documentationUrl:
      'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
  });
}

function pause(ms: number) {
  return new Promise(resolve => setTimeout(resolve, ms).unref());
}
