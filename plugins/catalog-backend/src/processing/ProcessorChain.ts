import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  entityEnvelopeSchemaValidator,
  type EntityPolicy,
  type LocationEntity,
  parseLocationRef,
  stringifyEntityRef,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import {
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  CatalogProcessor,
  CatalogProcessorParser,
  DeferredEntity,
} from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type { CatalogRules } from './CatalogRules';
import { locationRefOf, originLocationRefOf } from './entityLocationRefs';
import type { EntityProcessing, ProcessingOutcome } from './EntityProcessing';
import { callHook } from './callHook';
import { Hooks } from './Hooks';
import { checkDepth } from './limits/checkDepth';
import { checkEntityLimits } from './limits/checkEntityLimits';
import { checkOutputLimits } from './limits/checkOutputLimits';
import type { EntityLimits } from './limits/EntityLimits';
import type { ProcessingRun, RunProgress } from './ProcessingRun';
import { ProcessorCaches } from './ProcessorCaches';
import { ProcessorOutputCollector } from './ProcessorOutputCollector';
import { readLocations } from './readLocations';
import { TimeLimit } from './TimeLimit';
import { inSpan, isTraced } from './tracing';
import { validateKind, type WhereWrong } from './validateKind';

const validateEntityEnvelope = entityEnvelopeSchemaValidator();

/** Five minutes for one entity, reading of all its targets included. */
export const DEFAULT_TIME_LIMIT_MS = 300_000;

export type ProcessorChainOptions = {
  /** In the order in which they run. */
  processors: readonly CatalogProcessor[];
  policy: EntityPolicy;
  rules: CatalogRules;
  parser: CatalogProcessorParser;
  /** Where in its file an entity that was rejected is wrong, if that is known. */
  whereWrong?: WhereWrong;
  integrations: ScmIntegrationRegistry;
  /** The types of locations that everybody may register. */
  allowedLocationTypes: readonly string[];
  limits: EntityLimits;
  /** For one entity, in ms; `DEFAULT_TIME_LIMIT_MS` when absent. */
  timeLimitMs?: number;
  logger: LoggerService;
};

/** Runs an entity through all stages: preprocessing, policy, validation, reading of locations, postprocessing, rules, limits. */
export class ProcessorChain implements EntityProcessing {
  readonly #options: ProcessorChainOptions;
  readonly #timeLimit: TimeLimit;
  readonly #hooks: Hooks;

  constructor(options: ProcessorChainOptions) {
    this.#options = options;
    this.#timeLimit = new TimeLimit({
      limitMs: options.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS,
    });
    this.#hooks = new Hooks(options);
  }

  process(request: {
    entity: Entity;
    state?: JsonObject;
  }): Promise<ProcessingOutcome> {
    const { entity, state } = request;
    const collector = new ProcessorOutputCollector(entity);
    const progress = { who: 'The catalog', doing: 'waiting', isGivenUp: false };
    return new Promise(resolve => {
      const fail = (error: unknown) =>
        resolve({
          ok: false,
          errors: [...collector.results().errors, toError(error)],
        });
      const end = this.#timeLimit.start(() => {
        progress.isGivenUp = true;
        fail(this.#toTimeout(progress));
      });
      this.#run({ entity, state, collector, progress })
        .then(resolve, fail)
        .finally(end);
    });
  }

  #toTimeout({ who, doing }: RunProgress): Error {
    return new ServiceUnavailableError(
      `${who} was given up while ${doing}, which took more than ${
        this.#timeLimit.limitMs / 1000
      } seconds`,
    );
  }

  async #run(options: {
    entity: Entity;
    state: JsonObject | undefined;
    collector: ProcessorOutputCollector;
    progress: RunProgress;
  }): Promise<ProcessingOutcome> {
    const { collector, progress } = options;
    const { limits } = this.#options;
    let { entity } = options;
    try {
      validateEntityEnvelope(entity);
    } catch (error) {
      throw new InputError(
        'Entity envelope failed validation before processing',
        error,
      );
    }
    const entityRef = stringifyEntityRef(entity);
    const run: ProcessingRun = {
      entityRef,
      location: parseLocationRef(locationRefOf(entity)),
      originLocation: parseLocationRef(originLocationRefOf(entity)),
      caches: new ProcessorCaches(options.state),
      collector,
      isTraced: isTraced(),
      progress,
    };
    checkDepth({ entity, entityRef, limits });

    entity = await this.#stage('preProcess', entity, run, this.#preProcess);
    entity = await this.#stage('enforcePolicy', entity, run, this.#enforce);
    entity = await this.#stage('validate', entity, run, this.#validate);
    if (entity.kind === 'Location') {
      entity = await this.#stage('readLocation', entity, run, this.#read);
    }
    entity = await this.#stage(
      'postProcessEntity',
      entity,
      run,
      this.#postProcess,
    );

    const output = collector.results();
    checkOutputLimits({ output, entityRef, limits });
    this.#checkRules(output.deferredEntities, run);
    checkEntityLimits({ entity, entityRef, limits });
    if (output.errors.length > 0) return { ok: false, errors: output.errors };
    return {
      ok: true,
      completedEntity: entity,
      ...output,
      state: { cache: run.caches.collect() },
    };
  }

  #stage(
    name: string,
    entity: Entity,
    run: ProcessingRun,
    stage: (entity: Entity, run: ProcessingRun) => Promise<Entity>,
  ): Promise<Entity> {
    if (!run.isTraced) return stage(entity, run);
    return inSpan({
      name: 'ProcessingStage',
      entity,
      attributes: { 'backstage.catalog.processor.stage': name },
      fn: () => stage(entity, run),
    });
  }

  readonly #preProcess = async (
    entity: Entity,
    run: ProcessingRun,
  ): Promise<Entity> => {
    let result = entity;
    for (const chained of this.#hooks.preProcess) {
      const input = result;
      result = await callHook({
        run,
        entity,
        hook: 'preProcessEntity',
        chained,
        doing: 'preprocessing',
        call: () =>
          chained.processor.preProcessEntity(
            input,
            run.location,
            chained.emitInto(run.collector),
            run.originLocation,
            run.caches.forProcessor(chained.processor),
          ),
      });
    }
    return result;
  };

  readonly #enforce = async (
    entity: Entity,
    run: ProcessingRun,
  ): Promise<Entity> => {
    run.progress.who = 'An entity policy';
    run.progress.doing = 'checking the entity';
    let result: Entity | undefined;
    try {
      result = await this.#options.policy.enforce(entity);
    } catch (error) {
      throw new InputError(
        `Policy check failed for ${stringifyEntityRef(entity)}`,
        error,
      );
    }
    if (!result) {
      throw new Error(
        `Policy unexpectedly returned no data for ${stringifyEntityRef(
          entity,
        )}`,
      );
    }
    return result;
  };

  readonly #validate = (entity: Entity, run: ProcessingRun): Promise<Entity> =>
    validateKind({
      entity,
      run,
      hooks: this.#hooks,
      whereWrong: this.#options.whereWrong,
    });

  readonly #read = async (
    entity: Entity,
    run: ProcessingRun,
  ): Promise<Entity> => {
    await readLocations({
      ...this.#options,
      entity: entity as LocationEntity,
      run,
      hooks: this.#hooks,
    });
    return entity;
  };

  readonly #postProcess = async (
    entity: Entity,
    run: ProcessingRun,
  ): Promise<Entity> => {
    let result = entity;
    for (const chained of this.#hooks.postProcess) {
      const input = result;
      result = await callHook({
        run,
        entity,
        hook: 'postProcessEntity',
        chained,
        doing: 'postprocessing',
        call: () =>
          chained.processor.postProcessEntity(
            input,
            run.location,
            chained.emitInto(run.collector),
            run.caches.forProcessor(chained.processor),
          ),
      });
    }
    return result;
  };

  #checkRules(
    deferredEntities: readonly DeferredEntity[],
    run: ProcessingRun,
  ): void {
    for (const { entity } of deferredEntities) {
      if (!this.#options.rules.isAllowed(entity, run.originLocation)) {
        throw new NotAllowedError(
          `Entity ${stringifyEntityRef(entity)} at ${stringifyLocationRef(
            run.location,
          )}, originated at ${stringifyLocationRef(
            run.originLocation,
          )}, is not of an allowed kind for that location`,
        );
      }
    }
  }
}
