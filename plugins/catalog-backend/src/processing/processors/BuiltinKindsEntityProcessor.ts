import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  type Entity,
  getCompoundEntityRef,
  groupEntityV1alpha1Validator,
  type KindValidator,
  locationEntityV1alpha1Validator,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { BuiltinKindsEntityProcessor as StockBuiltinKindsEntityProcessor } from '@backstage/plugin-catalog-backend';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type { CatalogProcessorEmit } from '@backstage/plugin-catalog-node';
import { BUILTIN_RELATIONS } from './builtinRelations';

const VALIDATORS = new Map<string, KindValidator>([
  ['API', apiEntityV1alpha1Validator],
  ['Component', componentEntityV1alpha1Validator],
  ['Resource', resourceEntityV1alpha1Validator],
  ['Group', groupEntityV1alpha1Validator],
  ['Location', locationEntityV1alpha1Validator],
  ['User', userEntityV1alpha1Validator],
  ['System', systemEntityV1alpha1Validator],
  ['Domain', domainEntityV1alpha1Validator],
]);

/** Fields whose order means nothing. */
const SORTED_FIELDS = [
  'providesApis',
  'consumesApis',
  'dependsOn',
  'dependencyOf',
  'memberOf',
  'children',
  'members',
];

/** The stock processor, without asking the validators of all the other kinds, and with its relations in a table. */
export class BuiltinKindsEntityProcessor extends StockBuiltinKindsEntityProcessor {
  async validateEntityKind(entity: Entity): Promise<boolean> {
    return (await VALIDATORS.get(entity.kind)?.check(entity)) ?? false;
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    const { spec } = entity;
    if (!spec) return entity;
    for (const field of SORTED_FIELDS) {
      const value = spec[field];
      if (
        Array.isArray(value) &&
        value.length > 1 &&
        value.every(item => typeof item === 'string')
      ) {
        value.sort();
      }
    }
    return entity;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const self = getCompoundEntityRef(entity);
    for (const relation of BUILTIN_RELATIONS.get(entity.kind) ?? []) {
      const { field, defaultKind, outgoing, incoming } = relation;
      const value = entity.spec![field] as string | string[] | undefined;
      if (!value) continue;
      const context = { defaultKind, defaultNamespace: self.namespace };
      for (const ref of Array.isArray(value) ? value : [value]) {
        const target = parseEntityRef(ref, context);
        emit({
          type: 'relation',
          relation: { source: self, type: outgoing, target },
        });
        emit({
          type: 'relation',
          relation: { source: target, type: incoming, target: self },
        });
      }
    }
    return entity;
  }
}
