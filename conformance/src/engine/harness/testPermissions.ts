import {
  coreServices,
  createServiceFactory,
  type BackstageCredentials,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  isResourcePermission,
  type DefinitivePolicyDecision,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';

const deny: DefinitivePolicyDecision = { result: AuthorizeResult.DENY };

/** Decides by who asks, as a permission policy does. Both sides of a pair have the same. */
export type Policy = (options: {
  permission: Permission;
  /** `user:default/jane`, or the subject of a service. */
  principal: string;
}) => PolicyDecision;

export const allowAll: Policy = () => ({ result: AuthorizeResult.ALLOW });

/**
 * A permissions service in the place of the permission backend: asks the policy of the test, and has the catalog itself apply conditions to
 * single resources, over its HTTP route, as the permission backend does.
 */
export function testPermissions(policy: Policy) {
  return createServiceFactory({
    service: coreServices.permissions,
    deps: { discovery: coreServices.discovery },
    factory({ discovery }): PermissionsService {
      const decide = (
        permission: Permission,
        credentials: BackstageCredentials,
      ) => policy({ permission, principal: principalOf(credentials) });
      return {
        async authorizeConditional(requests, { credentials }) {
          return requests.map(({ permission }) =>
            decide(permission, credentials),
          );
        },
        async authorize(requests, { credentials }) {
          return Promise.all(
            requests.map(async request => {
              const decision = decide(request.permission, credentials);
              if (decision.result !== AuthorizeResult.CONDITIONAL) {
                return { result: decision.result };
              }
              if (
                !isResourcePermission(request.permission) ||
                !request.resourceRef
              ) {
                return deny;
              }
              return applyConditions({
                baseUrl: await discovery.getBaseUrl('catalog'),
                resourceRef: request.resourceRef as string,
                decision,
              });
            }),
          );
        },
      };
    },
  });
}

async function applyConditions(options: {
  baseUrl: string;
  resourceRef: string;
  decision: PolicyDecision;
}) {
  const response = await fetch(
    `${options.baseUrl}/.well-known/backstage/permissions/apply-conditions`,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: mockCredentials.service.header(),
      },
      body: JSON.stringify({
        items: [
          { id: '1', resourceRef: options.resourceRef, ...options.decision },
        ],
      }),
    },
  );
  if (!response.ok) {
    throw new Error(
      `Could not apply conditions: ${response.status} ${await response.text()}`,
    );
  }
  const { items } = await response.json();
  return { result: items[0].result };
}

function principalOf(credentials: BackstageCredentials): string {
  const principal = credentials.principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return principal.userEntityRef ?? principal.subject ?? 'none';
}
