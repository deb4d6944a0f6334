import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { AddLocationResponse, Location } from '@backstage/catalog-client';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
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
import type { EntityAccess } from './EntityAccess';

type WithCredentials = { credentials: BackstageCredentials };

/**
 * Shows locations to those who may read them; to others there are none. Lets those register and remove them who may.
 *
 * From callers who may not read every entity it also hides the locations whose entities they may not read, and who may not remove every
 * entity may only remove or move a location if they may remove all that came of it. For everybody else it is as in stock.
 */
export class AuthorizedLocationService implements LocationService {
  readonly #service: LocationService;
  readonly #permissions: PermissionsService;
  readonly #entities: EntityAccess;

  constructor(options: {
    /** Without regard to permissions. */
    service: LocationService;
    permissions: PermissionsService;
    entities: EntityAccess;
  }) {
    this.#service = options.service;
    this.#permissions = options.permissions;
    this.#entities = options.entities;
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
    return this.#readableOf(
      await this.#service.listLocations(options),
      options,
    );
  }

  async queryLocations(
    options: LocationQuery,
  ): Promise<{ items: Location[]; totalItems: number }> {
    if (await this.#isDenied(catalogLocationReadPermission, options))
      return { items: [], totalItems: 0 };
    if ((await this.#entities.reach('read', options)) === 'all')
      return this.#service.queryLocations(options);

    // Pages and totals have to be of what the caller may read, which the database does not know.
    const { limit, afterId, query, credentials } = options;
    const all = await this.#service.queryLocations({ query, credentials });
    const readable = await this.#readableOf(all.items, options);
    const rest =
      afterId === undefined
        ? readable
        : readable.filter(({ id }) => id > afterId);
    return { items: rest.slice(0, limit), totalItems: readable.length };
  }

  async getLocation(id: string, options: WithCredentials): Promise<Location> {
    if (await this.#isDenied(catalogLocationReadPermission, options))
      throw notFound(id);
    return this.#getReadable(id, options);
  }

  async updateLocation(
    id: string,
    location: LocationInput,
    options: WithCredentials,
  ): Promise<Location> {
    if (await this.#isDenied(catalogLocationCreatePermission, options))
      throw new NotAllowedError();
    await this.#assertMayRemoveAllOf(id, options);
    return this.#service.updateLocation(id, location, options);
  }

  async deleteLocation(id: string, options: WithCredentials): Promise<void> {
    if (await this.#isDenied(catalogLocationDeletePermission, options))
      throw new NotAllowedError();
    await this.#assertMayRemoveAllOf(id, options);
    return this.#service.deleteLocation(id, options);
  }

  async getLocationByEntity(
    entityRef: string,
    options: WithCredentials,
  ): Promise<Location> {
    if (await this.#isDenied(catalogLocationReadPermission, options))
      throw new NotFoundError();
    if ((await this.#entities.reach('read', options)) !== 'all') {
      const ref = stringifyEntityRef(parseEntityRef(entityRef));
      const readable = await this.#entities.readableOf([ref], options);
      // The same words as for an entity that is not there.
      if (!readable.has(ref))
        throw new NotFoundError(`found no entity for ref ${ref}`);
    }
    return this.#service.getLocationByEntity(entityRef, options);
  }

  /** Throws a `NotFoundError` for a location that the caller may not read, as for one that is not there. */
  async #getReadable(id: string, options: WithCredentials): Promise<Location> {
    const location = await this.#service.getLocation(id, options);
    const [readable] = await this.#readableOf([location], options);
    if (!readable) throw notFound(id);
    return readable;
  }

  async #readableOf(
    locations: Location[],
    options: WithCredentials,
  ): Promise<Location[]> {
    if ((await this.#entities.reach('read', options)) === 'all')
      return locations;
    const readable = await this.#entities.readableOf(
      locations.map(({ entityRef }) => entityRef),
      options,
    );
    return locations.filter(({ entityRef }) => readable.has(entityRef));
  }

  async #assertMayRemoveAllOf(
    id: string,
    options: WithCredentials,
  ): Promise<void> {
    const read = await this.#entities.reach('read', options);
    const remove = await this.#entities.reach('delete', options);
    if (read === 'all' && remove === 'all') return;
    if (remove === 'none') throw new NotAllowedError();
    const location = await this.#getReadable(id, options);
    if (!(await this.#entities.mayRemoveAllOf(location, options)))
      throw new NotAllowedError();
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

function notFound(id: string): NotFoundError {
  return new NotFoundError(`Found no location with ID ${id}`);
}
