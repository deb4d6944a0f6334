import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  githubAlertsReadPermission,
  githubWorkflowsRunPermission,
} from '@callboard/plugin-github-common';
import type { Request } from 'express';

const PERMISSIONS = {
  run: githubWorkflowsRunPermission,
  alerts: githubAlertsReadPermission,
};

export type Caller = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** An entity that the caller may see. */
export interface OpenedEntity {
  /** `user:default/olivia`, or `service:NAME`. */
  by: string;
  credentials: Caller;
  entity: Entity;
  entityRef: string;
  /** Whether the caller has a permission on it. */
  may(what: keyof typeof PERMISSIONS): Promise<boolean>;
  /** Throws `NotAllowedError` that says who may. */
  require(what: keyof typeof PERMISSIONS): Promise<void>;
  /** One sentence on who has a permission. */
  whoMay(what: keyof typeof PERMISSIONS): string;
}

export interface AccessParts {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  catalog: CatalogService;
}

/** Who asks, with the person's own credentials. Throws `AuthenticationError` for nobody. */
export async function callerOf(options: {
  request: Request<any, any, any, any>;
  httpAuth: HttpAuthService;
}): Promise<{ by: string; credentials: Caller }> {
  const credentials = await options.httpAuth.credentials(options.request, {
    allow: ['user', 'service'],
  });
  const { principal } = credentials;
  return {
    credentials,
    by:
      principal.type === 'user'
        ? principal.userEntityRef
        : `service:${principal.subject}`,
  };
}

/**
 * The entity of a route, as the caller may see it. One that is hidden from the caller is not there: `NotFoundError`, in the same words.
 */
export async function openEntity(
  options: AccessParts & {
    ref: { kind: string; namespace: string; name: string };
    request: Request<any, any, any, any>;
  },
): Promise<OpenedEntity> {
  const { ref, permissions, catalog } = options;
  const { by, credentials } = await callerOf(options);
  const entity = await catalog.getEntityByRef(ref, { credentials });
  if (!entity) {
    throw new NotFoundError(`There is no entity ${stringifyEntityRef(ref)}`);
  }
  const entityRef = stringifyEntityRef(entity);
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
  const opened: OpenedEntity = {
    by,
    credentials,
    entity,
    entityRef,
    async may(what) {
      const [{ result }] = await permissions.authorize(
        [{ permission: PERMISSIONS[what], resourceRef: entityRef }],
        { credentials },
      );
      return result === AuthorizeResult.ALLOW;
    },
    async require(what) {
      if (!(await opened.may(what))) {
        throw new NotAllowedError(opened.whoMay(what));
      }
    },
    whoMay: what =>
      `It takes the permission ${PERMISSIONS[what].name} on ${entityRef}. ${
        owners.length > 0
          ? `Its owners have it: ${owners.join(', ')}.`
          : 'It has no owner.'
      } An operator can give it to a role.`,
  };
  return opened;
}
