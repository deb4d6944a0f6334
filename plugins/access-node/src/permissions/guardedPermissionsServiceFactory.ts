import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { decorateFactory } from '../sessions/decorateFactory';
import { guardPermissions } from './guardPermissions';

/** Stock's permissions service, which answers 503 in time where there is no decision; see {@link guardPermissions}. */
export const guardedPermissionsServiceFactory = decorateFactory({
  factory: permissionsServiceFactory,
  deps: {},
  decorate: permissions => guardPermissions({ permissions }),
});
