import type { Entity } from '@backstage/catalog-model';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import { deferred } from '../harness/deferred';
import { oddTexts } from '../queries/catalogArbitrary';

/** The files that the registered locations of the corpus lead to. */
export const corpusFiles: Record<string, string> = {
  'https://files.test/catalog-info.yaml': `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: from-file
  description: {}
spec: { type: service, lifecycle: production, owner: team-a }
---
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: further }
spec: { targets: [./further.yaml] }
`.replace('{}', 'from a file'),
  'https://files.test/further.yaml': `
apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: further-api
  annotations: { 'backstage.io/view-url': ' java\\tscript:alert(1)' }
spec: { type: openapi, lifecycle: production, owner: team-a, definition: 'openapi: 3.0.0' }
`,
  // Stock reads what a location on GitHub calls `blob` as `tree`.
  'https://github.com/acme/web/tree/main/catalog-info.yaml': `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: on-github, annotations: { backstage.io/techdocs-ref: dir:. } }
spec: { type: website, lifecycle: experimental, owner: user:jane }
`,
  'https://files.test/broken.yaml': 'a: b: c: [',
  'https://files.test/empty.yaml': '',
};

/** Locations that are registered before the corpus begins. `missing.yaml` leads nowhere. */
export const corpusLocations = [
  'https://files.test/catalog-info.yaml',
  'https://github.com/acme/web/blob/main/catalog-info.yaml',
  'https://files.test/missing.yaml',
  'https://files.test/broken.yaml',
];

const annotations = {
  'backstage.io/managed-by-location': 'url:https://things.test/all',
  'backstage.io/managed-by-origin-location': 'url:https://things.test/all',
};

function entity(
  kind: string,
  metadata: JsonObject & { name: string },
  spec?: JsonObject,
): DeferredEntity {
  return {
    locationKey: 'corpus',
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        ...metadata,
        annotations: { ...annotations, ...(metadata.annotations as {}) },
      },
      ...(spec && { spec }),
    } as Entity,
  };
}

/** Every built-in kind, odd names and texts, missing and null fields, values at the limits of the index, trees and failures. */
export const corpusEntities: DeferredEntity[] = [
  entity('Group', { name: 'team-a' }, { type: 'team', children: ['team-b'] }),
  entity(
    'Group',
    { name: 'team-b' },
    { type: 'team', children: [], parent: 'team-a', members: ['jane'] },
  ),
  entity(
    'User',
    { name: 'jane' },
    {
      memberOf: ['team-a'],
      profile: { displayName: 'Jane Doe', email: 'jane@example.com' },
    },
  ),
  entity('User', { name: 'J.R_R-T', title: 'Odd name' }, { memberOf: [] }),
  entity('Domain', { name: 'shop' }, { owner: 'team-a' }),
  entity('System', { name: 'checkout' }, { owner: 'team-a', domain: 'shop' }),
  entity(
    'Component',
    {
      name: 'web',
      title: 'Web Shop',
      description: 'Sells 100% of a_b things\\stuff',
      tags: ['java', 'spring-boot'],
      labels: { tier: 'Gold', 'example.com/team': 'a' },
      links: [{ url: 'https://web.test', title: 'Home', icon: 'dashboard' }],
    },
    {
      type: 'service',
      lifecycle: 'production',
      owner: 'team-a',
      system: 'checkout',
      dependsOn: ['resource:default/db', 'component:web-lib'],
      providesApis: ['orders'],
      consumesApis: ['orders', 'elsewhere:api:default/none'].slice(0, 1),
    },
  ),
  entity(
    'Component',
    { name: 'web-lib', tags: ['java'], labels: { tier: 'silver' } },
    {
      type: 'library',
      lifecycle: 'experimental',
      owner: 'user:jane',
      subcomponentOf: 'web',
    },
  ),
  entity(
    'Component',
    { name: 'Web', namespace: 'Other', tags: ['go'] },
    { type: 'Service', lifecycle: 'deprecated', owner: 'group:default/team-b' },
  ),
  entity(
    'API',
    { name: 'orders' },
    {
      type: 'openapi',
      lifecycle: 'production',
      owner: 'team-b',
      system: 'checkout',
      definition: 'x'.repeat(5000),
    },
  ),
  entity(
    'Resource',
    { name: 'db' },
    { type: 'database', owner: 'team-a', system: 'checkout' },
  ),
  ...oddTexts.filter(Boolean).map((text, index) =>
    deferred({
      name: `text-${String(index).padStart(2, '0')}`,
      spec: { text, list: [text, 'same', index], number: index },
    }),
  ),
  deferred({
    name: 'values',
    spec: {
      nothing: null,
      yes: true,
      no: false,
      zero: 0,
      negative: -1.5,
      huge: 1e21,
      list: ['a', 'A', 'b', 1, true, null, { deep: 'x' }, ['nested']],
      empty: {},
      none: [],
      ['k'.repeat(190)]: 'key near the limit',
      ['k'.repeat(201)]: 'key over the limit',
      'dotted.key': { inner: 'dotted' },
    },
  }),
  deferred({ name: 'case-clash', spec: { key: 1, Key: 2 } }),
  deferred({
    name: 'root',
    namespace: 'tree',
    children: [
      {
        name: 'branch',
        namespace: 'tree',
        children: [{ name: 'leaf', namespace: 'tree' }],
      },
      { name: 'twig', namespace: 'tree' },
    ],
  }),
  deferred({ name: 'throws-early', throwIn: 'preProcess' }),
  deferred({ name: 'throws-late', throwIn: 'postProcess' }),
  deferred({ name: 'emits-errors', emitErrors: ['First', 'Second'] }),
  deferred({
    name: 'related',
    relations: [
      { type: 'likes', target: 'thing:default/values', inverse: 'likedBy' },
      { type: 'Likes', target: 'thing:default/no-such' },
      { type: 'ownedBy', target: 'group:default/team-b', inverse: 'ownerOf' },
    ],
  }),
];
