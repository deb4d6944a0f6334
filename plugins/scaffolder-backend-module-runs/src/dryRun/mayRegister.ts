import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import type { Request } from 'express';
import { REGISTER } from './planSteps';
import type { DryRunStep } from './stepsOf';

/** The catalog's own: https://backstage.io/docs/permissions */
const createLocation = createPermission({
  name: 'catalog.location.create',
  attributes: { action: 'create' },
});

/** Whether the caller may register locations; undefined where no step does, or nobody can tell. */
export async function mayRegister(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  req: Request;
  steps: DryRunStep[];
}): Promise<boolean | undefined> {
  const { httpAuth, permissions, req, steps } = options;
  if (!steps.some(step => step.action === REGISTER)) return undefined;
  try {
    const credentials = await httpAuth.credentials(req);
    const [decision] = await permissions.authorize(
      [{ permission: createLocation }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  } catch {
    // Whoever may not be asked about is refused by stock's route, in its own words.
    return undefined;
  }
}
