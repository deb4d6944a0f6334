import { randomBytes } from 'node:crypto';
import type { Viewer } from '../access';
import { acceptedScopes } from '../access/rights/refuseScope';
import type { RateStatus } from '../core/limits/RateLimits';
import type { Organisation, Repository } from '../core/state';
import type { Access } from './Route';

/** The version that the layout of an Enterprise Server names. */
export const ENTERPRISE_VERSION = '3.19.0';

/** What a browser may read of an answer; the list is GitHub's. */
const EXPOSED =
  'ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval, X-GitHub-Media-Type, X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset';

/** Headers that every answer of the API has. */
export function baseHeaders(options: { enterprise: boolean }) {
  return {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': EXPOSED,
    'x-github-request-id': randomBytes(8).toString('hex').toUpperCase(),
    'x-github-media-type': 'github.v3; format=json',
    'x-github-api-version-selected': '2022-11-28',
    'x-content-type-options': 'nosniff',
    server: 'github.com',
    ...(options.enterprise && {
      'x-github-enterprise-version': ENTERPRISE_VERSION,
    }),
  };
}

/**
 * The state of the rate limit. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api. An Enterprise Server has none
 * unless it was told to, and does not speak of it: a limit without end.
 */
export function rateHeaders(status: RateStatus): Record<string, string> {
  if (status.limit === Infinity) return {};
  return {
    'x-ratelimit-limit': String(status.limit),
    'x-ratelimit-remaining': String(status.remaining),
    'x-ratelimit-used': String(status.used),
    'x-ratelimit-reset': String(status.reset),
    'x-ratelimit-resource': status.resource,
  };
}

/** What a token is and may do: its scopes, those that are accepted for what is asked, and when it ends. */
export function credentialHeaders(options: {
  viewer: Viewer;
  access?: Access;
  /** GET where it is left out. */
  method?: string;
  /** What the route is about, once that is known. */
  repository?: Repository;
  organisation?: Organisation;
}): Record<string, string> {
  const { viewer, access = {}, method = 'GET' } = options;
  if (viewer.kind !== 'user') return {};
  const { token } = viewer;
  return {
    ...((token.kind === 'classic' || token.kind === 'oauth') && {
      'x-oauth-scopes': token.scopes.join(', '),
      'x-accepted-oauth-scopes': acceptedScopes({
        ...options,
        access,
        isRead: method === 'GET' || method === 'HEAD',
      }).join(', '),
    }),
    ...(token.kind === 'oauth' &&
      token.clientId && { 'x-oauth-client-id': token.clientId }),
    ...(token.expiresAt && {
      // `2026-12-01 09:30:00 UTC`
      'github-authentication-token-expiration': `${token.expiresAt
        .replace('T', ' ')
        .replace('Z', '')} UTC`,
    }),
  };
}

/** The answer to a browser that asks whether it may call. */
export const preflightHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers':
    'Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Accept-Encoding, X-GitHub-OTP, X-Requested-With, User-Agent, GraphQL-Features, X-GitHub-Api-Version',
  'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
  'access-control-max-age': '86400',
};
