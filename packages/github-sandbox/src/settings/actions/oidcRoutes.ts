import type { Route } from '../../http/Route';
import { GitHubError } from '../../http/GitHubError';
import { notSupplied } from '../../http/invalidRequest';

/** What the subject of a workflow's OIDC token is made of. https://docs.github.com/rest/actions/oidc */
export const oidcRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/actions/oidc/customization/sub',
    on: 'repository',
    access: { permission: { name: 'actions', level: 'read' }, role: 'push' },
    handle({ repository }) {
      const subject = repository.actions.oidcSubject ?? { useDefault: true };
      return {
        body: {
          use_default: subject.useDefault,
          ...(subject.includeClaimKeys && {
            include_claim_keys: subject.includeClaimKeys,
          }),
        },
      };
    },
  },
  {
    route: 'PUT /repos/{owner}/{repo}/actions/oidc/customization/sub',
    on: 'repository',
    access: { permission: { name: 'actions', level: 'write' }, role: 'admin' },
    handle({ repository, body }) {
      if (typeof body.use_default !== 'boolean') {
        throw notSupplied('use_default');
      }
      const keys = readKeys(body);
      repository.actions.oidcSubject = {
        useDefault: body.use_default,
        ...(keys && !body.use_default && { includeClaimKeys: keys }),
      };
      return { status: 201, body: {} };
    },
  },
  {
    route: 'GET /orgs/{org}/actions/oidc/customization/sub',
    on: 'organisation',
    access: {
      permission: { name: 'organization_administration', level: 'read' },
      organisation: 'admin',
    },
    handle: ({ organisation }) => ({
      body: {
        include_claim_keys: organisation.oidcSubject?.includeClaimKeys ?? [
          'repo',
          'context',
        ],
      },
    }),
  },
  {
    route: 'PUT /orgs/{org}/actions/oidc/customization/sub',
    on: 'organisation',
    access: {
      permission: { name: 'organization_administration', level: 'write' },
      organisation: 'admin',
    },
    handle({ organisation, body }) {
      const keys = readKeys(body);
      if (!keys) throw notSupplied('include_claim_keys');
      organisation.oidcSubject = { includeClaimKeys: keys };
      return { status: 201, body: {} };
    },
  },
];

function readKeys(body: Record<string, any>): string[] | undefined {
  const keys = body.include_claim_keys;
  if (keys === undefined) return undefined;
  const isFine =
    Array.isArray(keys) &&
    keys.every(key => typeof key === 'string' && /^\w+$/.test(key));
  if (!isFine) {
    throw new GitHubError({
      status: 422,
      message:
        'Claim keys can only contain alphanumeric characters and underscores.',
    });
  }
  return keys;
}
