import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { oddTexts } from './catalogArbitrary';

/** What questions about a catalog can be made of: keys, values and references that occur in it, and some that do not. */
export type Vocabulary = {
  key: fc.Arbitrary<string>;
  value: fc.Arbitrary<string>;
  /** A key, and mostly a value that it has. */
  pair: fc.Arbitrary<[key: string, value: string]>;
  primitive: fc.Arbitrary<string | number | boolean>;
  ref: fc.Arbitrary<string>;
  uid: fc.Arbitrary<string>;
};

const commonKeys = [
  'kind',
  'apiVersion',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'metadata.tags.java',
  'metadata.labels.tier',
  'metadata.annotations.note',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.number',
  'spec.list',
  'spec.flag',
  'relations.ownedBy',
  'relations.dependsOn',
  'relations.custom',
  'relations',
  'metadata.etag',
  'status',
  'no.such.key',
];

/** Collects the vocabulary of a catalog's entities. */
export function vocabularyOf(entities: Entity[]): Vocabulary {
  const keys = new Set<string>();
  const values = new Set<string>();
  const pairs = new Map<string, [string, string]>();
  const visit = (value: unknown, path: string) => {
    if (Array.isArray(value)) {
      value.forEach(item => visit(item, path));
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        visit(item, path ? `${path}.${name}` : name);
      }
    } else if (path !== 'metadata.uid' && path !== 'metadata.etag') {
      keys.add(path);
      values.add(String(value));
      pairs.set(`${path}=${value}`, [path, String(value)]);
    }
  };
  entities.forEach(entity => visit(entity, ''));
  const refs = entities.map(entity => stringifyEntityRef(entity));

  const anyCase = (text: fc.Arbitrary<string>) =>
    fc.oneof(
      { weight: 6, arbitrary: text },
      { weight: 1, arbitrary: text.map(t => t.toUpperCase()) },
      { weight: 1, arbitrary: text.map(t => t.toLowerCase()) },
    );
  const value = anyCase(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...values) },
      { weight: 2, arbitrary: fc.constantFrom(...oddTexts) },
      { weight: 1, arbitrary: fc.constantFrom(...refs) },
      {
        weight: 1,
        arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 3 }),
      },
    ),
  );
  const key = anyCase(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...commonKeys) },
      { weight: 1, arbitrary: fc.constantFrom(...keys) },
    ),
  );
  const known = fc.constantFrom(...pairs.values());
  const common = fc.constantFrom(
    ...[...pairs.values()].filter(([path]) => commonKeys.includes(path)),
  );
  return {
    key,
    value,
    pair: fc.oneof(
      { weight: 6, arbitrary: common },
      { weight: 2, arbitrary: known },
      { weight: 2, arbitrary: fc.tuple(key, value) },
    ),
    primitive: fc.oneof(
      { weight: 6, arbitrary: value },
      { weight: 1, arbitrary: fc.boolean() },
      { weight: 1, arbitrary: fc.constantFrom(0, 1, 2, 10, 1.5, 1e21) },
    ),
    ref: anyCase(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...refs) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            'thing:default/no-such',
            'no-kind',
            'a:b/c/d',
            '',
          ),
        },
      ),
    ),
    uid: fc.constantFrom(
      ...entities.map(entity => entity.metadata.uid!),
      'no-such-uid',
    ),
  };
}
