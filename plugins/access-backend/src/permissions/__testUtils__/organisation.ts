import type { Entity } from '@backstage/catalog-model';

const entity = (
  ref: string,
  relations: Record<string, string[]> = {},
): Entity => {
  const [kind, name] = ref.split(':');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: kind[0].toUpperCase() + kind.slice(1),
    metadata: { name: name.split('/')[1], namespace: name.split('/')[0] },
    spec: {},
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      targets.map(targetRef => ({ type, targetRef })),
    ),
  };
};

/** People, groups within groups, and two components. */
export const organisation: Entity[] = [
  entity('user:default/olivia', { memberOf: ['group:default/platform'] }),
  entity('user:default/jane', { memberOf: ['group:default/payments'] }),
  entity('user:default/petra', { memberOf: ['group:default/partners'] }),
  entity('user:default/ruth'),
  entity('user:default/carl', {
    memberOf: ['group:default/contractors', 'group:default/rbac_admin'],
  }),
  entity('group:default/platform', { childOf: ['group:default/engineering'] }),
  entity('group:default/payments', { childOf: ['group:default/money'] }),
  entity('group:default/money', { childOf: ['group:default/engineering'] }),
  entity('group:default/engineering'),
  entity('group:default/partners'),
  entity('group:default/contractors'),
  entity('group:default/rbac_admin'),
  entity('component:default/web', { ownedBy: ['group:default/partners'] }),
  entity('component:default/vault', { ownedBy: ['group:default/platform'] }),
];
