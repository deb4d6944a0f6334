import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  entityEnvelopeSchemaValidator,
  stringifyEntityRef,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';
import {
  type CatalogProcessorEntityResult,
  type CatalogProcessorResult,
  type DeferredEntity,
  type EntityRelationSpec,
  locationSpecToLocationEntity,
} from '@backstage/plugin-catalog-node';
import { isDeeperThan } from './limits/isDeeperThan';
import { locationRefOf, originLocationRefOf } from './entityLocationRefs';

/** What is nested deeper cannot be stored, not even to be refused later. */
const MAX_STORABLE_DEPTH = 1_000;

const validateEntityEnvelope = entityEnvelopeSchemaValidator();

/** What processors emitted while they ran over one entity. */
export type ProcessorOutput = {
  errors: Error[];
  relations: EntityRelationSpec[];
  deferredEntities: DeferredEntity[];
  refreshKeys: { key: string }[];
};

/** Takes what processors emit while they run over one entity. */
export class ProcessorOutputCollector {
  readonly #parent: Entity;
  readonly #output: ProcessorOutput = {
    errors: [],
    relations: [],
    deferredEntities: [],
    refreshKeys: [],
  };
  #isDone = false;

  constructor(parent: Entity) {
    this.#parent = parent;
  }

  /** Ends the collecting: what is emitted from now on is passed over. */
  results(): ProcessorOutput {
    this.#isDone = true;
    return this.#output;
  }

  /** `logger` is called when there is something to log, since making one for each processor and entity takes its time. */
  receive(item: CatalogProcessorResult, logger: () => LoggerService): void {
    if (this.#isDone) {
      logger().warn(
        `Item of type "${
          item.type
        }" was emitted after processing had completed. Stack trace: ${
          new Error().stack
        }`,
      );
      return;
    }
    switch (item.type) {
      case 'relation':
        this.#output.relations.push(item.relation);
        break;
      case 'refresh':
        this.#output.refreshKeys.push({ key: item.key });
        break;
      case 'error':
        this.#output.errors.push(item.error);
        break;
      case 'entity':
        this.#receiveEntity(item, logger);
        break;
      case 'location': {
        const entity = locationSpecToLocationEntity({
          location: item.location,
          parentEntity: this.#parent,
        });
        this.#output.deferredEntities.push({
          entity,
          locationKey: locationRefOf(entity),
        });
        break;
      }
      default:
    }
  }

  #receiveEntity(
    item: CatalogProcessorEntityResult,
    logger: () => LoggerService,
  ): void {
    const location = stringifyLocationRef(item.location);
    let entity: Entity;
    try {
      entity = validateEntityEnvelope(item.entity);
    } catch (e) {
      const error = toError(e);
      logger().debug(`Envelope validation failed at ${location}, ${error}`);
      this.#output.errors.push(error);
      return;
    }
    const entityRef = stringifyEntityRef(entity);
    if (entityRef === stringifyEntityRef(this.#parent)) {
      logger().warn(
        `Ignored emitted entity ${entityRef} whose ref was identical to the one being processed. This commonly indicates mistakenly emitting the input entity instead of returning it.`,
      );
      return;
    }
    const annotations = entity.metadata.annotations || {};
    if (typeof annotations !== 'object' || Array.isArray(annotations)) {
      this.#output.errors.push(
        new Error('metadata.annotations must be a valid object'),
      );
      return;
    }
    if (isDeeperThan(entity, MAX_STORABLE_DEPTH)) {
      this.#output.errors.push(
        new InputError(
          `Entity ${entityRef} at ${location} is nested more than ${MAX_STORABLE_DEPTH} levels deep`,
        ),
      );
      return;
    }
    const originLocation = originLocationRefOf(this.#parent);
    this.#output.deferredEntities.push({
      entity: {
        ...entity,
        metadata: {
          ...entity.metadata,
          annotations: {
            ...annotations,
            [ANNOTATION_ORIGIN_LOCATION]: originLocation,
            [ANNOTATION_LOCATION]: location,
          },
        },
      },
      locationKey:
        item.locationKey === undefined
          ? location
          : item.locationKey ?? undefined,
    });
  }
}
