import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityRefreshPermission } from '@backstage/plugin-catalog-common/alpha';
import type { RefreshService } from '../http/RefreshService';
import { assertAllowed } from './assertAllowed';

/** Lets those refresh an entity who may. */
export class AuthorizedRefreshService implements RefreshService {
  readonly #service: RefreshService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    service: RefreshService;
    permissions: PermissionsService;
  }) {
    this.#service = options.service;
    this.#permissions = options.permissions;
  }

  async refresh(request: {
    entityRef: string;
    credentials: BackstageCredentials;
  }): Promise<void> {
    const { entityRef, credentials } = request;
    await assertAllowed({
      permissions: this.#permissions,
      request: {
        permission: catalogEntityRefreshPermission,
        resourceRef: entityRef,
      },
      credentials,
    });
    await this.#service.refresh(request);
  }
}
