import type { AddLocationResponse, Location } from '@backstage/catalog-client';
import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import type { EntityProcessing } from '../processing/EntityProcessing';
import { locationEntityRef } from './locationEntityRef';
import type {
  LocationConflictStrategy,
  LocationInput,
  LocationQuery,
  LocationService,
} from './LocationService';
import type { LocationStore } from './LocationStore';
import { toProvidedLocation } from './toProvidedLocation';

/** Lets only the allowed types through to the store, and reads locations to show what would come of them. */
export class DefaultLocationService implements LocationService {
  readonly #store: LocationStore;
  readonly #processing: EntityProcessing;
  readonly #allowedLocationTypes: readonly string[];
  readonly #defaultConflictStrategy: LocationConflictStrategy;

  constructor(options: {
    store: LocationStore;
    processing: EntityProcessing;
    allowedLocationTypes: readonly string[];
    defaultConflictStrategy: LocationConflictStrategy;
  }) {
    this.#store = options.store;
    this.#processing = options.processing;
    this.#allowedLocationTypes = options.allowedLocationTypes;
    this.#defaultConflictStrategy = options.defaultConflictStrategy;
  }

  async createLocation(
    input: LocationInput,
    dryRun: boolean,
    options?: { onConflict?: LocationConflictStrategy },
  ): Promise<AddLocationResponse> {
    this.#checkType(input);
    if (dryRun) return this.#dryRun(input);
    const location = await this.#store.createLocation(input, {
      onConflict: options?.onConflict ?? this.#defaultConflictStrategy,
    });
    return { location, entities: [] };
  }

  listLocations(): Promise<Location[]> {
    return this.#store.listLocations();
  }

  queryLocations(
    options: Omit<LocationQuery, 'credentials'>,
  ): Promise<{ items: Location[]; totalItems: number }> {
    const { limit, afterId, query } = options;
    return this.#store.queryLocations({ limit, afterId, query });
  }

  getLocation(id: string): Promise<Location> {
    return this.#store.getLocation(id);
  }

  async updateLocation(id: string, input: LocationInput): Promise<Location> {
    this.#checkType(input);
    return this.#store.updateLocation(id, input);
  }

  deleteLocation(id: string): Promise<void> {
    return this.#store.deleteLocation(id);
  }

  async getLocationByEntity(entityRef: string): Promise<Location> {
    return this.#store.getLocationByEntity(parseEntityRef(entityRef));
  }

  #checkType({ type }: LocationInput): void {
    if (!this.#allowedLocationTypes.includes(type)) {
      throw new InputError(
        `Registered locations must be of an allowed type ${JSON.stringify(
          this.#allowedLocationTypes,
        )}`,
      );
    }
  }

  async #dryRun(input: LocationInput): Promise<AddLocationResponse> {
    const { type, target } = input;
    if (!target) throw new InputError('A location must have a target');
    const locations = await this.#store.listLocations();
    const entities = await this.#processAll(
      toProvidedLocation({ type, target }),
    );
    return {
      exists: locations.some(
        each => each.type === type && each.target === target,
      ),
      location: {
        ...input,
        id: `${type}:${target}`,
        entityRef: locationEntityRef({ type, target }),
      } as Location,
      entities,
    };
  }

  /** Processes an entity and all that it brings. Throws `InputError` at the first that fails, or that comes twice. */
  async #processAll(root: DeferredEntity): Promise<Entity[]> {
    const entities = new Map<string, Entity>();
    const waiting = [root];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const outcome = await this.#processing.process({
        entity: next.entity,
        state: {},
      });
      if (!outcome.ok) {
        throw new InputError(outcome.errors.map(String).join(', '));
      }
      const { completedEntity, deferredEntities } = outcome;
      const ref = stringifyEntityRef(completedEntity);
      if (entities.has(ref)) {
        throw new InputError(`Duplicate nested entity: ${ref}`);
      }
      waiting.push(...deferredEntities);
      entities.set(ref, completedEntity);
    }
    return [...entities.values()];
  }
}
