import { setTimeout as delay } from 'node:timers/promises';
import {
  type CompoundEntityRef,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Location } from '@backstage/catalog-client';
import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { CatalogScmEventsService } from '@backstage/plugin-catalog-node/alpha';
import type { Knex } from 'knex';
import type { Ingestion } from '../ingestion/Ingestion';
import type { EntityLocations } from './EntityLocations';
import { type LocationRow, toLocation } from './LocationRow';
import type { LocationConflictStrategy } from './LocationService';
import { LocationTable } from './LocationTable';
import type { ScmEventHandling } from './readScmEventHandling';
import { ScmLocationUpdates } from './ScmLocationUpdates';
import { toProvidedLocation } from './toProvidedLocation';

/** Between tries to bring the catalog in line with the table. */
export const REPAIR_INTERVAL_MS = 2_000;

/**
 * The locations that users have registered, and the provider of the entities that stand for them. The table comes first: what is in
 * it and not in the catalog, because the process was killed in between, gets there when the provider connects; because the database went
 * away in between, once it is back.
 */
export class LocationStore implements EntityProvider {
  readonly #table: LocationTable;
  readonly #ingestion: Pick<Ingestion, 'refreshRefs'>;
  readonly #entities: EntityLocations;
  readonly #scmEvents: CatalogScmEventsService;
  readonly #scmEventHandling: ScmEventHandling;
  readonly #logger: LoggerService;
  #connected: EntityProviderConnection | undefined;
  #isRepairing = false;

  constructor(options: {
    knex: Knex;
    ingestion: Pick<Ingestion, 'refreshRefs'>;
    entities: EntityLocations;
    scmEvents: CatalogScmEventsService;
    scmEventHandling: ScmEventHandling;
    logger: LoggerService;
  }) {
    this.#table = new LocationTable(options.knex);
    this.#ingestion = options.ingestion;
    this.#entities = options.entities;
    this.#scmEvents = options.scmEvents;
    this.#scmEventHandling = options.scmEventHandling;
    this.#logger = options.logger;
  }

  /** The stock store's, so that what it provided stays when the catalog is switched. */
  getProviderName(): string {
    return 'DefaultLocationStore';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connected = connection;
    await this.#provideAll();
    const { unregister, move } = this.#scmEventHandling;
    if (unregister || move) {
      const updates = new ScmLocationUpdates({
        table: this.#table,
        handling: this.#scmEventHandling,
        scmEvents: this.#scmEvents,
        onAdded: added => this.#provide({ added }),
        onRemoved: removed => this.#provide({ removed }),
      });
      this.#scmEvents.subscribe({ onEvents: events => updates.apply(events) });
    }
  }

  /** Throws `ConflictError` when it is registered and conflicts are rejected. */
  async createLocation(
    input: { type: string; target: string },
    options: { onConflict: LocationConflictStrategy },
  ): Promise<Location> {
    this.#connection();
    const { outcome, row } = await this.#table.insert(input);
    const existed = outcome === 'existed';
    if (existed && options.onConflict !== 'refresh') {
      throw new ConflictError(
        `Location ${input.type}:${input.target} already exists`,
      );
    }
    await this.#provide({ added: [row] });
    if (existed) {
      await this.#ingestion.refreshRefs({
        entityRefs: [row.location_entity_ref],
        force: true,
      });
    }
    return toLocation(row);
  }

  async listLocations(): Promise<Location[]> {
    return (await this.#table.list()).map(toLocation);
  }

  countLocations(): Promise<number> {
    return this.#table.count();
  }

  async queryLocations(options: {
    limit?: number;
    afterId?: string;
    query?: FilterPredicate;
  }): Promise<{ items: Location[]; totalItems: number }> {
    const { items, totalItems } = await this.#table.query(options);
    return { items: items.map(toLocation), totalItems };
  }

  async getLocation(id: string): Promise<Location> {
    return toLocation(await this.#table.get(id));
  }

  async updateLocation(
    id: string,
    location: { type: string; target: string },
  ): Promise<Location> {
    this.#connection();
    const row = await this.#table.update(id, location);
    await this.#provide({ added: [row] });
    return toLocation(row);
  }

  async deleteLocation(id: string): Promise<void> {
    this.#connection();
    const row = await this.#table.delete(id);
    await this.#provide({ removed: [row] });
  }

  async getLocationByEntity(
    entityRef: string | CompoundEntityRef,
  ): Promise<Location> {
    const ref =
      typeof entityRef === 'string' ? entityRef : stringifyEntityRef(entityRef);
    const origin = this.#entities.originLocationOf(ref);
    if (!origin) throw new NotFoundError(`found no entity for ref ${ref}`);
    const { type, target } = parseLocationRef(origin);
    const row = await this.#table.find({ type, target });
    if (!row) {
      throw new NotFoundError(
        `Found no location with type ${type} and target ${target}`,
      );
    }
    return toLocation(row);
  }

  #connection(): EntityProviderConnection {
    if (!this.#connected) throw new Error('location store is not initialized');
    return this.#connected;
  }

  async #provide(change: {
    added?: LocationRow[];
    removed?: LocationRow[];
  }): Promise<void> {
    try {
      await this.#connection().applyMutation({
        type: 'delta',
        added: change.added?.map(provided) ?? [],
        removed:
          change.removed?.map(row => ({
            entityRef: row.location_entity_ref,
          })) ?? [],
      });
    } catch (error) {
      // The row is written. The catalog follows when it can, whether or not somebody tries again.
      if (error instanceof ServiceUnavailableError) void this.#repair();
      throw error;
    }
  }

  async #provideAll(): Promise<void> {
    const rows = await this.#table.list();
    await this.#connection().applyMutation({
      type: 'full',
      entities: rows.flatMap(row => this.#providedOrNone(row)),
    });
  }

  /** One row that makes no sense, say without a target, must not keep the others away. */
  #providedOrNone(row: LocationRow) {
    try {
      return [provided(row)];
    } catch (error) {
      this.#logger.warn(
        `The location ${row.id} of type '${
          row.type
        }' cannot be read and is left out, ${stringifyError(
          error,
        )}. Delete it with DELETE /api/catalog/locations/${row.id}`,
      );
      return [];
    }
  }

  async #repair(): Promise<void> {
    if (this.#isRepairing) return;
    this.#isRepairing = true;
    while (this.#isRepairing) {
      await delay(REPAIR_INTERVAL_MS, undefined, { ref: false });
      try {
        await this.#provideAll();
        this.#isRepairing = false;
      } catch (error) {
        this.#isRepairing = error instanceof ServiceUnavailableError;
        if (this.#isRepairing) continue;
        this.#logger.error(
          `Registered locations may be missing in the catalog until it is restarted, ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }
}

function provided(row: LocationRow) {
  return toProvidedLocation(toLocation(row));
}
