import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import type { JsonValue } from '@backstage/types';
import fc from 'fast-check';

/** Text that is hard on comparing, sorting and matching. */
export const oddTexts = [
  '',
  ' ',
  'a',
  'A',
  'ab',
  'B',
  'alpha',
  'Alpha',
  'ALPHA beta',
  'alpha-1',
  'alpha_1',
  '100%',
  '100% sure',
  'under_score',
  'back\\slash',
  'ends\\',
  "quote's",
  '"quoted"',
  'a,b',
  'a=b',
  'a.b',
  'a/b',
  'é',
  'É',
  'émile',
  'ß',
  'ẞ',
  'İstanbul',
  'Ω',
  '中文',
  '😀',
  '\uff5e',
  'tab\there',
  'line\nbreak',
  'true',
  'null',
  '1',
  '10',
  '2',
  'x'.repeat(199),
  'x'.repeat(200),
  'x'.repeat(201),
  'X'.repeat(300),
  `${'İ'.repeat(120)}`,
];

const text = fc.constantFrom(...oddTexts);
const nonEmpty = fc.constantFrom(...oddTexts.filter(Boolean));
const word = fc.constantFrom('alpha', 'beta', 'Gamma', 'delta-1', 'a', 'b');
const name = fc.oneof(
  word,
  fc.constantFrom('c', 'D', 'e.f', 'g_h', 'i-J', '0', 'x'.repeat(63)),
  fc.nat(99).map(n => `svc-${n}`),
);
const kind = fc.constantFrom(
  'Thing',
  'Component',
  'API',
  'Group',
  'User',
  'System',
  'Template',
);
const namespace = fc.constantFrom(undefined, 'default', 'ns-a', 'Ns-B');

const primitive: fc.Arbitrary<JsonValue> = fc.oneof(
  text,
  fc.boolean(),
  fc.constantFrom(0, 1, -1, 1.5, 10, 2, 1e21, 1e-7),
  fc.constant(null),
);

const { tree } = fc.letrec<{ tree: JsonValue }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    primitive,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom('a', 'B', 'c d', 'e.f', 'long'.repeat(60)),
      tie('tree'),
      { maxKeys: 3, noNullPrototype: true },
    ),
  ),
}));

const ref = fc
  .tuple(kind, fc.constantFrom('default', 'ns-a'), word)
  .map(([k, ns, n]) => `${k.toLowerCase()}:${ns}/${n.toLowerCase()}`);

const relation = fc.record({
  type: fc.constantFrom('ownedBy', 'dependsOn', 'partOf', 'Custom'),
  target: ref,
  inverse: fc.option(fc.constantFrom('ownerOf', 'hasPart'), { nil: undefined }),
});

const optional = { requiredKeys: [] as [] };

const metadata = fc.record(
  {
    title: nonEmpty,
    description: text,
    tags: fc.uniqueArray(fc.constantFrom('java', 'go', 'a-b', 'x1', 'c++'), {
      maxLength: 3,
    }),
    labels: fc.dictionary(
      fc.constantFrom('tier', 'example.com/Team', 'Tier2'),
      fc.constantFrom('gold', 'Gold', 'silver', ''),
      { maxKeys: 2, noNullPrototype: true },
    ),
    annotations: fc.dictionary(
      fc.constantFrom('example.com/note', 'note', 'Note2'),
      text,
      { maxKeys: 2, noNullPrototype: true },
    ),
    links: fc.array(
      fc.record({
        url: fc.constantFrom('https://a.test', 'https://b.test'),
        title: nonEmpty,
      }),
      { maxLength: 2 },
    ),
    custom: tree,
  },
  optional,
);

const spec = fc.record(
  {
    type: fc.constantFrom('service', 'Service', 'website', 'library'),
    lifecycle: fc.constantFrom('production', 'experimental'),
    owner: fc.constantFrom('alpha', 'beta', 'group:ns-a/alpha'),
    profile: fc.record({ displayName: text, email: text }, optional),
    number: fc.constantFrom(1, 2, 10, -3, 1.5),
    flag: fc.boolean(),
    list: fc.array(primitive, { maxLength: 4 }),
    tree,
    // Two keys that differ only in case, which no catalog can index.
    clash: fc.constantFrom<JsonValue>('no', 'no', 'no', 'no', {
      key: 1,
      Key: 2,
    }),
  },
  optional,
);

const rawEntity = fc.record({
  kind,
  name,
  namespace,
  metadata,
  spec,
  relations: fc.array(relation, { maxLength: 3 }),
});

type RawEntity = typeof rawEntity extends fc.Arbitrary<infer T> ? T : never;

function toEntity(raw: RawEntity): Entity {
  const source = 'url:https://things.test/all';
  return JSON.parse(
    JSON.stringify({
      apiVersion: 'conformance/v1',
      kind: raw.kind,
      metadata: {
        name: raw.name,
        namespace: raw.namespace,
        ...raw.metadata,
        annotations: {
          ...raw.metadata.annotations,
          'backstage.io/managed-by-location': source,
          'backstage.io/managed-by-origin-location': source,
        },
      },
      spec: {
        ...raw.spec,
        conformance: { relations: raw.relations },
      },
    }),
  );
}

/**
 * Catalogs of 20 to 60 entities, many alike, so that conditions match several. Some hang below others, so that there is an
 * ancestry: the first entities emit the last ones.
 */
export const catalogArbitrary: fc.Arbitrary<DeferredEntity[]> = fc
  .uniqueArray(rawEntity.map(toEntity), {
    selector: stringifyEntityRef,
    minLength: 20,
    maxLength: 60,
    size: 'max',
  })
  .map(entities => {
    const children = entities.slice(-8);
    const roots = entities.slice(0, -8);
    children.forEach((child, index) => {
      const parent = index < 4 ? roots[index % 2] : children[index - 4];
      const instructions = parent.spec!.conformance as {
        children?: { entity: Entity }[];
      };
      instructions.children = [
        ...(instructions.children ?? []),
        { entity: child },
      ];
    });
    return roots.map(entity => ({ entity, locationKey: 'conformance' }));
  });
