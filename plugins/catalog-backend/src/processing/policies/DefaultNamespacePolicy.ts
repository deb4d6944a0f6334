import {
  DEFAULT_NAMESPACE,
  type Entity,
  type EntityPolicy,
} from '@backstage/catalog-model';

/** As `DefaultNamespaceEntityPolicy` of the catalog model, without copying the whole entity. */
export class DefaultNamespacePolicy implements EntityPolicy {
  async enforce(entity: Entity): Promise<Entity> {
    const { namespace } = entity.metadata;
    if (namespace) return entity;
    const metadata = { namespace: DEFAULT_NAMESPACE, ...entity.metadata };
    metadata.namespace = namespace ?? DEFAULT_NAMESPACE;
    const result: Entity = Object.assign({ metadata }, entity);
    result.metadata = metadata;
    return result;
  }
}
