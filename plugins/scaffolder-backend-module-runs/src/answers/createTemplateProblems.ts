import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { type Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { accessManagePermission } from '@callboard/plugin-access-common';
import type { TemplateProblem } from '@callboard/plugin-scaffolder-common';
import { checkTemplate, keyOf } from '@callboard/template-check';
import type { Request } from 'express';

/** Everybody waits for the process that reads expressions. */
const PATIENCE_MS = 200;
/** Whoever sees so many has enough to do. */
const MAX_PROBLEMS = 50;
const FILTERS = /\|\s*([A-Za-z_]\w*)/g;

/** What is wrong with a template, for whoever makes a request. Empty for those who may not know. Never throws. */
export type TemplateProblems = (options: {
  req: Request<any, any, any, any>;
  templateRef: string;
}) => Promise<TemplateProblem[]>;

/**
 * Tells the owners of a template, and administrators, what in it will not do what its author means. Others can do nothing about it, and may
 * not read what the template holds beside its form.
 */
export function createTemplateProblems(options: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  httpAuth: Pick<HttpAuthService, 'credentials'>;
  userInfo: UserInfoService;
  permissions: Pick<PermissionsService, 'authorize'>;
}): TemplateProblems {
  const { catalog, httpAuth } = options;
  return async ({ req, templateRef }) => {
    try {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entity = await catalog.getEntityByRef(templateRef, { credentials });
      return entity && (await mayKnow({ ...options, credentials, entity }))
        ? problemsOf(entity)
        : [];
    } catch {
      // The form is there without them, and stock's route says what is wrong with the request.
      return [];
    }
  };
}

async function mayKnow(options: {
  userInfo: UserInfoService;
  permissions: Pick<PermissionsService, 'authorize'>;
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  entity: Entity;
}): Promise<boolean> {
  const { userInfo, permissions, credentials, entity } = options;
  const owners = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef.toLowerCase());
  const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
  if (ownershipEntityRefs.some(ref => owners.includes(ref.toLowerCase()))) {
    return true;
  }
  const [{ result }] = await permissions.authorize(
    [{ permission: accessManagePermission }],
    { credentials },
  );
  return result === AuthorizeResult.ALLOW;
}

function problemsOf(entity: Entity): TemplateProblem[] {
  // Which filters modules add is not known here, so none that is named counts as missing.
  const named = JSON.stringify(entity.spec ?? {}).matchAll(FILTERS);
  const filters = [...new Set(Array.from(named, ([, name]) => name))];
  return checkTemplate({ value: entity, filters, patienceMs: PATIENCE_MS })
    .slice(0, MAX_PROBLEMS)
    .map(({ level, path, message, remedy }) => ({
      level,
      key: keyOf(path),
      message,
      remedy,
    }));
}
