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
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        namespace: namespace === undefined ? DEFAULT_NAMESPACE : namespace,
      },
    };
  }
}
