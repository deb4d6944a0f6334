import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/** The catalog of a scene, with Mel and the group `web`, and who may do what in it. `hidden` of an entity's annotations hides it from Gina. */
export function sceneCatalog(options: { components: Entity[] }) {
  const user: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: 'mel',
      namespace: 'default',
      annotations: { 'github.com/user-login': 'mel' },
    },
    spec: {},
    relations: [{ type: 'memberOf', targetRef: 'group:default/web' }],
  };
  const group: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'web', namespace: 'default' },
    spec: { type: 'team', children: [] },
  };
  const entities = [user, group, ...options.components];
  const isHidden = ({ metadata }: Entity) =>
    metadata.annotations?.hidden === 'true';
  const everything = catalogServiceMock({ entities });
  const some = catalogServiceMock({
    entities: entities.filter(each => !isHidden(each)),
  });
  const catalogOf = (given?: object) => {
    const { credentials } = (given ?? {}) as { credentials?: any };
    return credentials?.principal.userEntityRef === 'user:default/gina'
      ? some
      : everything;
  };
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async (ref, given) =>
      catalogOf(given).getEntityByRef(ref, given),
    getEntitiesByRefs: async (request, given) =>
      catalogOf(given).getEntitiesByRefs(request, given),
    queryEntities: async (request, given) =>
      catalogOf(given).queryEntities(request, given),
  });

  // As the policy decides: owners may, and nobody else.
  const permissions = mockServices.permissions.mock({
    authorize: async (asked, { credentials } = {} as any) =>
      asked.map(({ resourceRef }: any) => {
        const { principal } = credentials as any;
        const entity = entities.find(
          ({ metadata }) =>
            resourceRef === `component:default/${metadata.name}`,
        );
        const owns = entity?.relations?.some(
          ({ targetRef }) => targetRef === 'group:default/web',
        );
        return {
          result:
            owns && principal.userEntityRef === 'user:default/mel'
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        };
      }),
  });
  return { catalog, permissions };
}
