import {
  type CompoundEntityRef,
  DEFAULT_NAMESPACE,
  type Entity,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import type {
  CatalogModel,
  CatalogModelKind,
} from '@backstage/catalog-model/alpha';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  type CatalogProcessor,
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { get } from 'lodash';
import type { ModelHolder } from './ModelHolder';
import { SchemaValidator } from './SchemaValidator';

type RelationField = CatalogModelKind['relationFields'][number];

/** Does for the kinds of a catalog model what the built-in processor does for the built-in kinds. */
export class ModelProcessor implements CatalogProcessor {
  readonly #holder: ModelHolder;
  readonly #schemas = new SchemaValidator();

  constructor(holder: ModelHolder) {
    this.#holder = holder;
  }

  getProcessorName(): string {
    return 'ModelProcessor';
  }

  /** Sorts lists of refs, whose order means nothing, so that sources without a stable order do not cause changes. */
  async preProcessEntity(entity: Entity): Promise<Entity> {
    for (const { path } of this.#kindOf(entity)?.relationFields ?? []) {
      const value = get(entity, path);
      if (Array.isArray(value) && value.every(isString)) value.sort();
    }
    return entity;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    const kind = this.#kindOf(entity);
    if (!kind) return false;
    const errors = this.#schemas.validate(kind.jsonSchema, entity);
    if (errors.length > 0) {
      throw new TypeError(
        `Validation of ${entity.kind} entity failed: ${errors.join('; ')}`,
      );
    }
    return true;
  }

  /** Emits the relations of all fields that are refs by the model, in both directions where the model has the reverse. */
  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const kind = this.#kindOf(entity);
    if (!kind) return entity;
    const relations = this.#model.getRelations({ kind: entity.kind }) ?? [];
    const source = getCompoundEntityRef(entity);

    for (const field of kind.relationFields) {
      for (const target of targetsOf(entity, field)) {
        emit(
          processingResult.relation({ source, type: field.relation, target }),
        );
        const relation = relations.find(
          ({ forward, fromKind, toKind }) =>
            forward.type === field.relation &&
            hasKind(fromKind, entity.kind) &&
            hasKind(toKind, target.kind),
        );
        if (relation) {
          const { type } = relation.reverse;
          emit(
            processingResult.relation({ source: target, type, target: source }),
          );
        }
      }
    }
    return entity;
  }

  get #model(): CatalogModel {
    return this.#holder.model;
  }

  /** Throws when the model knows the kind, but not in this version or type. */
  #kindOf(entity: Entity): CatalogModelKind | undefined {
    return this.#model.getKind(entity as Entity & { spec?: { type?: string } });
  }
}

/** The refs that a field holds, leaving out those of kinds that it must not hold. */
function targetsOf(entity: Entity, field: RelationField): CompoundEntityRef[] {
  const { path, defaultKind, allowedKinds } = field;
  const value = get(entity, path);
  const defaultNamespace =
    field.defaultNamespace === 'default'
      ? DEFAULT_NAMESPACE
      : entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  return (Array.isArray(value) ? value : [value])
    .filter(ref => ref && isString(ref))
    .map(ref => parseEntityRef(ref, { defaultKind, defaultNamespace }))
    .filter(({ kind }) => !allowedKinds || hasKind(allowedKinds, kind));
}

function hasKind(kinds: readonly string[], kind: string): boolean {
  const wanted = kind.toLowerCase();
  return kinds.some(each => each.toLowerCase() === wanted);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
