import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { AddLocationResponse, Location } from '@backstage/catalog-client';
import type { FilterPredicate } from '@backstage/filter-predicates';

/** What somebody wants to register. */
export type LocationInput = {
  type: string;
  target: string;
  presence?: 'required' | 'optional';
};

/** What happens to a location that is registered already: an error, or its contents are read anew. */
export type LocationConflictStrategy = 'reject' | 'refresh';

export type LocationQuery = {
  /** All when absent. */
  limit?: number;
  /** Only those whose id comes after this one. */
  afterId?: string;
  query?: FilterPredicate;
  credentials: BackstageCredentials;
};

/**
 * Registers locations, and knows those that are. Errors are `InputError` for what cannot be registered, `ConflictError` for what is
 * already, `NotFoundError` for what is not, `ServiceUnavailableError` while the database is away.
 */
export interface LocationService {
  /** With `dryRun` nothing is written: the location is read, and the response has the entities that came of it. */
  createLocation(
    location: LocationInput,
    dryRun: boolean,
    options: {
      credentials: BackstageCredentials;
      onConflict?: LocationConflictStrategy;
    },
  ): Promise<AddLocationResponse>;

  listLocations(options: {
    credentials: BackstageCredentials;
  }): Promise<Location[]>;

  /** A page in the order of ids, and how many match on all pages. */
  queryLocations(
    options: LocationQuery,
  ): Promise<{ items: Location[]; totalItems: number }>;

  getLocation(
    id: string,
    options: { credentials: BackstageCredentials },
  ): Promise<Location>;

  updateLocation(
    id: string,
    location: LocationInput,
    options: { credentials: BackstageCredentials },
  ): Promise<Location>;

  deleteLocation(
    id: string,
    options: { credentials: BackstageCredentials },
  ): Promise<void>;

  /** The registered location that an entity came from in the first place. */
  getLocationByEntity(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<Location>;
}
