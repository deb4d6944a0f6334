import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type {
  AnalyzeLocationRequest,
  AnalyzeLocationResponse,
} from '@backstage/plugin-catalog-common';
import { catalogLocationAnalyzePermission } from '@backstage/plugin-catalog-common/alpha';
import type { LocationAnalyzer } from '@backstage/plugin-catalog-node';
import { assertAllowed } from './assertAllowed';

/** Lets those have locations analysed who may. */
export class AuthorizedLocationAnalyzer implements LocationAnalyzer {
  readonly #analyzer: LocationAnalyzer;
  readonly #permissions: PermissionsService;

  constructor(options: {
    analyzer: LocationAnalyzer;
    permissions: PermissionsService;
  }) {
    this.#analyzer = options.analyzer;
    this.#permissions = options.permissions;
  }

  async analyzeLocation(
    request: AnalyzeLocationRequest,
    credentials: BackstageCredentials,
  ): Promise<AnalyzeLocationResponse> {
    await assertAllowed({
      permissions: this.#permissions,
      request: { permission: catalogLocationAnalyzePermission },
      credentials,
    });
    return this.#analyzer.analyzeLocation(request, credentials);
  }
}
