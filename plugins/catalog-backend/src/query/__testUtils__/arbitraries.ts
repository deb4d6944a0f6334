import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import type { IndexChange, IndexEntry } from '../../index/EntityIndex';

/** Texts that differ in case, in code point order, in length and in what LIKE makes of them. */
const word = fc.constantFrom(
  ...['a', 'A', 'b', 'B', 'ab', 'aB', 'abc', 'é', 'É', 'z\u{1F600}', '\uffee'],
  ...['a_b', 'a%b', 'a\\b', 'b\\', '%', '', '10', '9', 'true'],
  ...['x'.repeat(200), 'x'.repeat(201)],
);
const primitive = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 1, arbitrary: fc.constantFrom(1, 10, 1.5, true, false) },
);
const value = fc.oneof(
  { weight: 5, arbitrary: fc.oneof(primitive, fc.constant(null)) },
  { weight: 2, arbitrary: fc.array(primitive, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('x', 'y'), primitive),
  },
);

/** Keys that some entities have, in any case. */
export const field = fc.constantFrom(
  ...['kind', 'Kind', 'metadata.name', 'metadata.namespace', 'metadata.uid'],
  ...['spec.k1', 'spec.K2', 'spec.k3', 'spec.k1.x', 'spec.k2.a', 'nothing'],
  ...['metadata.tags', 'relations.ownedBy', 'relations.partof'],
);

/** Entities from few names, so that they replace one another. */
const entry: fc.Arbitrary<IndexEntry> = fc
  .record({
    kind: fc.constantFrom('Component', 'API'),
    name: fc.integer({ min: 0, max: 30 }),
    namespace: fc.constantFrom(undefined, 'default', 'Other'),
    spec: fc.dictionary(fc.constantFrom('k1', 'k2', 'k3'), value),
    tags: fc.option(fc.array(word, { maxLength: 3 }), { nil: undefined }),
    relations: fc.array(
      fc.record({
        type: fc.constantFrom('ownedBy', 'partOf'),
        targetRef: fc.constantFrom(
          'group:default/a',
          'Group:default/A',
          's:b/c',
        ),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ kind, name, namespace, spec, tags, relations }) => {
    const entityRef = `${kind.toLowerCase()}:default/n${name}`;
    // Not in the order of the refs.
    const entityId = `${(name * 7) % 31}-${kind}`;
    const entity = {
      apiVersion: 'v1',
      kind,
      metadata: { name: `n${name}`, namespace, uid: entityId, tags },
      spec,
      relations,
    } as Entity;
    return { entityId, entityRef, hash: JSON.stringify(entity), entity };
  });

/** Commits one after the other. */
export const changes: fc.Arbitrary<IndexChange[]> = fc.array(
  fc.record({
    upserts: fc.uniqueArray(entry, {
      maxLength: 30,
      selector: one => one.entityId,
    }),
    removals: fc.array(
      entry.map(one => one.entityId),
      { maxLength: 8 },
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

const condition = fc.oneof(
  primitive,
  fc.constantFrom('component', 'n1', 'default', 'group:default/a'),
  fc.boolean().map($exists => ({ $exists })),
  fc.array(primitive, { maxLength: 3 }).map($in => ({ $in })),
  word.map($hasPrefix => ({ $hasPrefix })),
  primitive.map($contains => ({ $contains })),
);

/** Filter predicates without mistakes. */
export const filter: fc.Arbitrary<any> = fc.letrec(tie => ({
  filter: fc.oneof(
    { maxDepth: 4 },
    fc.dictionary(field, condition, { maxKeys: 3 }),
    fc
      .record(
        {
          type: fc.constantFrom('ownedBy', 'PARTOF'),
          targetRef: fc.constantFrom<any>('Group:default/a', {
            $in: ['s:b/c', 'x'],
          }),
        },
        { requiredKeys: ['type'] },
      )
      .map($contains => ({ relations: { $contains } })),
    fc.array(tie('filter'), { maxLength: 3 }).map($all => ({ $all })),
    fc.array(tie('filter'), { maxLength: 3 }).map($any => ({ $any })),
    tie('filter').map($not => ({ $not })),
  ),
})).filter;

export const order = fc.record({
  field,
  order: fc.constantFrom<'asc' | 'desc'>('asc', 'desc'),
});

/** Terms of text filters. */
export const textTerm = fc.constantFrom(
  ...['a', 'B', ' ab ', 'é', 'n1', '\u{1F600}', '10'],
  ...['%', '_', '%%', 'a_b', 'a%b', 'b%a', '_b', 'z_', 'a\\', '\\', 'a\\%'],
);
