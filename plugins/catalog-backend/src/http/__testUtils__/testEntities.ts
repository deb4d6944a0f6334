import type { Entity } from '@backstage/catalog-model';

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations: { 'a.b/c': 'x' } },
  };
}

/** What the stub catalog of the tests has. */
export const testEntities = [component('one'), component('two')];
