import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  type Entity,
  groupEntityV1alpha1Validator,
  type KindValidator,
  locationEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { BuiltinKindsEntityProcessor as StockBuiltinKindsEntityProcessor } from '@backstage/plugin-catalog-backend';

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

/** The stock processor, without asking the validators of all the other kinds. */
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
}
