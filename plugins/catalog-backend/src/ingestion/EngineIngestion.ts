import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  entityEnvelopeSchemaValidator,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import type { ObservedMutation } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import { findByRefreshKeys, makeDue } from '../storage/refreshQueue';
import { toUnavailable } from '../storage/toUnavailable';
import { applyMutation } from './applyMutation';
import type { ResultOptions } from './commitResults';
import type { CommitRunner } from './CommitRunner';
import { type Deferred, toDeferred } from './Deferred';
import type { FirstRun } from './FirstRun';
import type { Ingestion } from './Ingestion';
import { followPeople } from './people/followPeople';
import { planDeltaMutation, planFullMutation } from './planMutation';
import { refreshAncestors } from './refreshAncestors';
import { targetKeyOf } from './targetKeyOf';

/** After so many entities a large mutation lets requests have their turn. */
const ENTITIES_PER_TURN = 200;

const validateEnvelope = entityEnvelopeSchemaValidator();

/** The writing side, over commits. */
export class EngineIngestion implements Ingestion {
  readonly #knex: Knex;
  readonly #commits: CommitRunner;
  readonly #logger: LoggerService;
  readonly #firstRun: FirstRun;
  readonly #results: ResultOptions;
  readonly #onDue: () => void;
  readonly #onMutated: ((mutation: ObservedMutation) => void) | undefined;
  /** By provider: the end of its last mutation, while that is under way. */
  readonly #mutations = new Map<string, Promise<void>>();

  constructor(options: {
    knex: Knex;
    commits: CommitRunner;
    logger: LoggerService;
    firstRun: FirstRun;
    results: ResultOptions;
    /** Called when there may be something to process. */
    onDue: () => void;
    /** Called when a mutation is written that has to do with users and groups. */
    onMutated?: (mutation: ObservedMutation) => void;
  }) {
    this.#knex = options.knex;
    this.#commits = options.commits;
    this.#logger = options.logger;
    this.#firstRun = options.firstRun;
    this.#results = options.results;
    this.#onDue = options.onDue;
    this.#onMutated = options.onMutated;
  }

  connectionFor(provider: EntityProvider): EntityProviderConnection {
    const providerName = provider.getProviderName();
    return {
      applyMutation: mutation => this.#mutate({ providerName, mutation }),
      refresh: async ({ keys }) => {
        await this.refreshKeys({ keys });
      },
    };
  }

  /** Takes back everything that a provider has brought in. */
  async removeProvider(providerName: string): Promise<void> {
    await this.#mutate({
      providerName,
      mutation: { type: 'full', entities: [] },
    });
  }

  async refresh(options: { entityRef: string }): Promise<void> {
    await this.#caughtUp();
    const { ledger } = this.#commits.memory;
    const refs = refreshAncestors({ ledger, entityRef: options.entityRef });
    await this.refreshRefs({ entityRefs: refs });
  }

  async refreshRefs(options: {
    entityRefs: readonly string[];
    force?: boolean;
  }): Promise<number> {
    const { ledger } = this.#commits.memory;
    return this.#makeDue({
      entityIds: options.entityRefs.flatMap(
        ref => ledger.idOf(ref.toLowerCase()) ?? [],
      ),
      force: options.force,
    });
  }

  async refreshKeys(options: {
    keys?: readonly string[];
    prefixes?: readonly string[];
  }): Promise<number> {
    const { keys = [], prefixes = [] } = options;
    return this.#makeDue({
      entityIds: await this.#orUnavailable(() =>
        findByRefreshKeys({
          knex: this.#knex,
          keys: keys.map(targetKeyOf),
          prefixes,
        }),
      ),
    });
  }

  async removeEntityByUid(options: { uid: string }): Promise<void> {
    await this.#commits.commit(async ({ batch, memory }) => {
      const entityRef = memory.ledger.refOf(options.uid);
      if (entityRef === undefined) return;
      for (const parent of batch.view.parentsOf(entityRef)) {
        if (!parent.startsWith('entity:')) continue;
        const parentId = batch.view.get(
          parent.slice('entity:'.length),
        )?.entityId;
        if (parentId === undefined) continue;
        batch.forced.add(parentId);
        batch.due.set(parentId, { delayMs: 0, attempts: 0 });
      }
      batch.delete(entityRef);
    });
    this.#onDue();
  }

  async #mutate(options: {
    providerName: string;
    mutation: EntityProviderMutation;
  }): Promise<void> {
    const { providerName } = options;
    // One after the other: a plan holds for what the mutation before has left.
    const before = this.#mutations.get(providerName) ?? Promise.resolve();
    const own = before.then(() => this.#mutateNow(options));
    const settled = own.then(
      () => {},
      () => {},
    );
    this.#mutations.set(providerName, settled);
    try {
      await own;
    } finally {
      if (this.#mutations.get(providerName) === settled) {
        this.#mutations.delete(providerName);
      }
    }
  }

  async #mutateNow(options: {
    providerName: string;
    mutation: EntityProviderMutation;
  }): Promise<void> {
    const { providerName, mutation } = options;
    const startedAt = new Date();
    const plan = await this.#plan({ providerName, mutation });
    const seePeople =
      this.#onMutated &&
      followPeople({
        type: mutation.type,
        providerName,
        plan,
        ledger: () => this.#commits.memory.ledger,
      });
    await applyMutation({
      commits: this.#commits,
      providerName,
      plan,
      logger: this.#logger,
      firstRun: this.#firstRun,
      results: this.#results,
      onPart: this.#onDue,
    });
    if (seePeople) {
      const people = seePeople();
      const endedAt = new Date();
      this.#onMutated?.({ providerName, startedAt, endedAt, people });
    }
  }

  async #plan(options: {
    providerName: string;
    mutation: EntityProviderMutation;
  }) {
    const { providerName, mutation } = options;
    await this.#caughtUp();
    const { ledger } = this.#commits.memory;
    const knex = this.#knex;
    if (mutation.type === 'full') {
      const entities = await this.#toDeferredList(mutation.entities);
      return this.#orUnavailable(() =>
        planFullMutation({ knex, ledger, providerName, entities }),
      );
    }
    const added = await this.#toDeferredList(mutation.added);
    const removed = mutation.removed.map(item => {
      if ('entityRef' in item) return item.entityRef;
      checkEnvelope(item);
      return stringifyEntityRef(item.entity);
    });
    return this.#orUnavailable(() =>
      planDeltaMutation({ knex, ledger, added, removed }),
    );
  }

  async #toDeferredList(
    entities: readonly DeferredEntity[],
  ): Promise<Deferred[]> {
    entities.forEach(checkEnvelope);
    const list: Deferred[] = [];
    for (const [i, entity] of entities.entries()) {
      try {
        list.push(toDeferred(entity));
      } catch (error) {
        // Nested too deep to be written as JSON, or going in circles. The others must not suffer.
        this.#logger.error(
          `${stringifyEntityRef(
            entity.entity,
          )} cannot be stored and was left out, ${stringifyError(error)}`,
        );
      }
      if (i % ENTITIES_PER_TURN === 0) await nextTurn();
    }
    return list;
  }

  async #makeDue(options: { entityIds: readonly string[]; force?: boolean }) {
    const count = await this.#orUnavailable(() =>
      makeDue({ knex: this.#knex, ...options }),
    );
    this.#onDue();
    return count;
  }

  /** A plan made on an old state would miss what other replicas have written. */
  async #caughtUp(): Promise<void> {
    await this.#commits.catchUp();
  }

  async #orUnavailable<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw toUnavailable(error);
    }
  }
}

function checkEnvelope(deferred: DeferredEntity) {
  try {
    validateEnvelope(deferred.entity);
  } catch (error) {
    throw new TypeError(`Malformed entity envelope, ${error}`);
  }
}
