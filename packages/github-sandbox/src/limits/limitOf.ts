import type { Viewer } from '../access';
import type { RateResource } from '../core/limits/RateLimits';

/** Requests (GraphQL: points) in an hour; searches in a minute. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export const LIMITS: Record<
  RateResource,
  { signedIn: number; anonymous: number }
> = {
  core: { signedIn: 5000, anonymous: 60 },
  graphql: { signedIn: 5000, anonymous: 0 },
  search: { signedIn: 30, anonymous: 10 },
  code_search: { signedIn: 10, anonymous: 0 },
  integration_manifest: { signedIn: 5000, anonymous: 5000 },
};

/** The bucket that a viewer's requests are counted in, and its size. */
export function limitOf(options: { viewer: Viewer; resource: RateResource }): {
  key: string;
  limit: number;
} {
  const { viewer, resource } = options;
  const { signedIn, anonymous } = LIMITS[resource];
  switch (viewer.kind) {
    case 'user':
      return { key: `user:${viewer.user.id}`, limit: signedIn };
    case 'installation':
      return { key: `installation:${viewer.installation.id}`, limit: signedIn };
    case 'app':
      return { key: `app:${viewer.app.id}`, limit: signedIn };
    case 'client':
      return { key: `client:${viewer.clientId}`, limit: signedIn };
    default:
      return { key: `ip:${viewer.address}`, limit: anonymous };
  }
}
