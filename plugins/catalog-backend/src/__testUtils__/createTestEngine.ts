import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import type { Entity } from '@backstage/catalog-model';
import type {
  DeferredEntity,
  EntityRelationSpec,
} from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type { ObservedMutation } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import type { CatalogEngine } from '../ingestion/CatalogEngine';
import type { Conflict } from '../ingestion/commitResults';
import { openCatalogEngine } from '../ingestion/openCatalogEngine';
import type {
  EntityProcessing,
  ProcessingOutcome,
} from '../processing/EntityProcessing';

/** What a test entity makes the processors do, by its `spec`. */
type Orders = {
  owner?: string;
  emit?: { entity: Entity; locationKey?: string }[];
  fail?: string;
  keys?: string[];
};

/** An engine on a database of the test, with processors that do what entities tell them. */
export type TestEngine = CatalogEngine & {
  conflicts: Conflict[];
  /** The references that were processed, in order. */
  processed: string[];
  provider(name: string): {
    full(...entities: DeferredEntity[]): Promise<void>;
    delta(
      added: DeferredEntity[],
      removed?: { entityRef: string }[],
    ): Promise<void>;
    refresh(...keys: string[]): Promise<void>;
  };
  /** Runs the task that looks for deleted rows. Resolves to what there is less. */
  removeMissing(): Promise<number>;
  /** Resolves once nothing is due and nothing waits. */
  settle(): Promise<void>;
  get(entityRef: string): Promise<Entity | undefined>;
  refs(): Promise<string[]>;
};

export async function createTestEngine(options: {
  knex: Knex;
  config?: JsonObject;
  processing?: EntityProcessing;
  providerNames?: string[];
  start?: boolean;
  onMutated?: (mutation: ObservedMutation) => void;
}): Promise<TestEngine> {
  const { knex, config = {}, providerNames = ['a', 'b'] } = options;
  const processed: string[] = [];
  const conflicts: Conflict[] = [];
  const tasks = new Map<string, () => Promise<void>>();
  const inner = options.processing ?? { process: processAsTold };
  const credentials = {} as any;
  const engine = await openCatalogEngine({
    database: { getClient: async () => knex },
    logger: mockServices.logger.mock(),
    config: new ConfigReader({
      catalog: { processingInterval: { hours: 24 }, ...config },
    }),
    metrics: metricsServiceMock.mock(),
    scheduler: mockServices.scheduler.mock({
      scheduleTask: async task => {
        tasks.set(task.id, async () => {
          await task.fn(new AbortController().signal);
        });
      },
    }),
    processing: {
      process: request => {
        processed.push(refOf(request.entity));
        return inner.process(request);
      },
    },
    observer: { onStart: () => () => {} },
    onConflict: conflict => conflicts.push(conflict),
    providerNames: () => providerNames,
    onMutated: options.onMutated,
  });
  if (options.start ?? true) await engine.start();

  return {
    ...engine,
    conflicts,
    processed,
    provider(name) {
      const connection = engine.ingestion.connectionFor({
        getProviderName: () => name,
        connect: async () => {},
      });
      return {
        full: (...entities) =>
          connection.applyMutation({ type: 'full', entities }),
        delta: (added, removed = []) =>
          connection.applyMutation({ type: 'delta', added, removed }),
        refresh: (...keys) => connection.refresh({ keys }),
      };
    },
    async removeMissing() {
      const before = engine.index().size;
      await tasks.get('catalog_engine_removals')?.();
      return before - engine.index().size;
    },
    async settle() {
      for (;;) {
        const [{ due }] = await knex('engine_entities')
          .whereRaw(`due_at < ?`, [Date.now() + 60_000])
          .count({ due: '*' });
        const [{ waiting }] = await knex('stitch_queue')
          .whereNot('stitch_ticket', '')
          .orWhereNot('entity_ref', 'like', 'engine:%')
          .count({ waiting: '*' });
        if (Number(due) === 0 && Number(waiting) === 0) return;
        await new Promise(resolve => setTimeout(resolve, 10));
      }
    },
    async get(entityRef) {
      const { items } = await engine.entitiesCatalog.entitiesBatch({
        entityRefs: [entityRef],
        credentials,
      });
      const [body] = items.entities;
      return typeof body === 'string' ? JSON.parse(body) : undefined;
    },
    async refs() {
      const { items } = await engine.entitiesCatalog.queryEntities({
        credentials,
        limit: 100_000,
      });
      return items.entities
        .map(body => refOf(JSON.parse(body as string)))
        .sort();
    },
  };
}

/** An entity of a test, and where it comes from. */
export function testEntity(
  kind: string,
  name: string,
  orders: Orders & JsonObject = {},
): DeferredEntity {
  return {
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name, namespace: 'default' },
      spec: orders as JsonObject,
    },
  };
}

async function processAsTold(request: {
  entity: Entity;
}): Promise<ProcessingOutcome> {
  const entity = structuredClone(request.entity);
  const { owner, emit = [], fail, keys = [] } = (entity.spec ?? {}) as Orders;
  if (fail) return { ok: false, errors: [new Error(fail)] };
  const self = {
    kind: entity.kind,
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
  };
  const group = { kind: 'Group', namespace: 'default', name: owner ?? '' };
  const relations: EntityRelationSpec[] = owner
    ? [
        { source: self, type: 'ownedBy', target: group },
        { source: group, type: 'ownerOf', target: self },
      ]
    : [];
  return {
    ok: true,
    completedEntity: entity,
    deferredEntities: emit,
    relations,
    refreshKeys: keys.map(key => ({ key })),
    errors: [],
    state: {},
  };
}

function refOf(entity: Entity): string {
  return `${entity.kind}:${entity.metadata.namespace ?? 'default'}/${
    entity.metadata.name
  }`.toLowerCase();
}
