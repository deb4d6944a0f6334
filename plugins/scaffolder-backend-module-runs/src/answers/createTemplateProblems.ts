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
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import { accessManagePermission } from '@callboard/plugin-access-common';
import {
  MOST_TEMPLATE_PROBLEMS,
  type TemplateProblem,
} from '@callboard/plugin-scaffolder-common';
import { checkTemplate, keyOf } from '@callboard/template-check';
import type { Request } from 'express';
import { type Installed, readInstalled } from './readInstalled';

/** Everybody waits for the process that reads expressions. */
const PATIENCE_MS = 200;
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
  scaffolder: Pick<
    ScaffolderService,
    'listActions' | 'listTemplatingExtensions'
  >;
}): TemplateProblems {
  const { catalog, httpAuth, scaffolder } = options;
  return async ({ req, templateRef }) => {
    try {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entity = await catalog.getEntityByRef(templateRef, { credentials });
      if (!entity || !(await mayKnow({ ...options, credentials, entity }))) {
        return [];
      }
      const installed = await readInstalled({ scaffolder, credentials });
      return problemsOf({ entity, installed });
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

/** The worst first. */
function problemsOf(options: {
  entity: Entity;
  installed?: Installed;
}): TemplateProblem[] {
  const { entity, installed } = options;
  return checkTemplate({
    value: entity,
    actions: installed?.actions,
    filters: installed?.filters ?? filtersNamed(entity),
    patienceMs: PATIENCE_MS,
  })
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_TEMPLATE_PROBLEMS)
    .map(({ level, path, message, remedy }) => ({
      level,
      key: keyOf(path),
      message,
      remedy,
    }));
}

/** Where nobody tells which filters there are, none that is named counts as missing. */
function filtersNamed(entity: Entity): string[] {
  const named = JSON.stringify(entity.spec ?? {}).matchAll(FILTERS);
  return [...new Set(Array.from(named, ([, name]) => name))];
}

function rank({ level }: Pick<TemplateProblem, 'level'>): number {
  return level === 'error' ? 0 : 1;
}
