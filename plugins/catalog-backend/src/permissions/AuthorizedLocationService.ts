import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { AddLocationResponse, Location } from '@backstage/catalog-client';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type {
  LocationInput,
  LocationQuery,
  LocationService,
} from '../locations/LocationService';

type WithCredentials = { credentials: BackstageCredentials };

/** Shows locations to those who may read them; to others there are none. Lets those register and remove them who may. */
export class AuthorizedLocationService implements LocationService {
  readonly #service: LocationService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    service: LocationService;
    permissions: PermissionsService;
  }) {
    this.#service = options.service;
    this.#permissions = options.permissions;
  }

  async createLocation(
    location: LocationInput,
    dryRun: boolean,
    options: Parameters<LocationService['createLocation']>[2],
  ): Promise<AddLocationResponse> {
    if (await this.#isDenied(catalogLocationCreatePermission, options))
      throw new NotAllowedError();
    return this.#service.createLocation(location, dryRun, options);
  }

  async listLocations(options: WithCredentials): Promise<Location[]> {
    if (await this.#isDenied(catalogLocationReadPermission, options)) return [];
    return this.#service.listLocations(options);
  }

  async queryLocations(
    options: LocationQuery,
  ): Promise<{ items: Location[]; totalItems: number }> {
    if (await this.#isDenied(catalogLocationReadPermission, options))
      return { items: [], totalItems: 0 };
    return this.#service.queryLocations(options);
  }

  async getLocation(id: string, options: WithCredentials): Promise<Location> {
    if (await this.#isDenied(catalogLocationReadPermission, options))
      throw new NotFoundError(`Found no location with ID ${id}`);
    return this.#service.getLocation(id, options);
  }

  async updateLocation(
    id: string,
    location: LocationInput,
    options: WithCredentials,
  ): Promise<Location> {
    if (await this.#isDenied(catalogLocationCreatePermission, options))
      throw new NotAllowedError();
    return this.#service.updateLocation(id, location, options);
  }

  async deleteLocation(id: string, options: WithCredentials): Promise<void> {
    if (await this.#isDenied(catalogLocationDeletePermission, options))
      throw new NotAllowedError();
    return this.#service.deleteLocation(id, options);
  }

  async getLocationByEntity(
    entityRef: string,
    options: WithCredentials,
  ): Promise<Location> {
    if (await this.#isDenied(catalogLocationReadPermission, options))
      throw new NotFoundError();
    return this.#service.getLocationByEntity(entityRef, options);
  }

  async #isDenied(
    permission: BasicPermission,
    { credentials }: WithCredentials,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return decision.result === AuthorizeResult.DENY;
  }
}
