import type { JsonValue } from '@backstage/types';
import fc from 'fast-check';
import type { Vocabulary } from './vocabulary';

/** Filter predicates as `query` takes them; about one in thirty has a mistake in it. */
export function predicateArbitrary(words: Vocabulary): fc.Arbitrary<JsonValue> {
  const { key, value, pair, primitive, ref } = words;
  const relation = fc.record(
    {
      type: fc.constantFrom('ownedBy', 'dependsOn', 'OWNEDBY', 'custom'),
      targetRef: fc.oneof(
        ref,
        fc.record({ $in: fc.array(ref, { minLength: 1, maxLength: 3 }) }),
      ),
    },
    { requiredKeys: ['type'], noNullPrototype: true },
  );
  const matcher: fc.Arbitrary<JsonValue> = fc.oneof(
    { weight: 6, arbitrary: primitive },
    { weight: 3, arbitrary: fc.record({ $exists: fc.boolean() }) },
    {
      weight: 4,
      arbitrary: fc.record({ $in: fc.array(primitive, { maxLength: 4 }) }),
    },
    { weight: 3, arbitrary: fc.record({ $hasPrefix: prefixOf(value) }) },
    { weight: 2, arbitrary: fc.record({ $contains: primitive }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<JsonValue>(
        null,
        [],
        {},
        { $contains: { a: 'b' } },
        { $contains: ['a'] },
        { $nope: 1 },
        { $in: 'a' },
        { $exists: 'yes' },
        { $in: [{ a: 1 }] },
      ),
    },
  );
  const matching: fc.Arbitrary<JsonValue> = fc
    .tuple(pair, fc.array(primitive, { maxLength: 2 }), fc.nat(5))
    .map(([[name, text], others, how]) => {
      const matchers: JsonValue[] = [
        text,
        text,
        { $in: [text, ...others] },
        { $in: [...others, text] },
        { $hasPrefix: [...text].slice(0, 2).join('') },
        { $contains: text },
      ];
      return { [name]: matchers[how] };
    });
  const field = fc.oneof(
    { weight: 14, arbitrary: matching },
    {
      weight: 8,
      arbitrary: fc.dictionary(key, matcher, {
        minKeys: 1,
        maxKeys: 2,
        noNullPrototype: true,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        relations: fc.record({ $contains: relation }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<JsonValue>(
        {},
        { relations: { $contains: {} } },
        { relations: { $contains: { type: 'ownedBy', x: 'y' } } },
        {
          relations: {
            $contains: { type: 'ownedBy', targetRef: { $in: [] } },
          },
        },
      ),
    },
  );
  const { predicate } = fc.letrec<{ predicate: JsonValue }>(tie => ({
    predicate: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 6, arbitrary: field },
      {
        weight: 1,
        arbitrary: fc.record({
          $all: fc.array(tie('predicate'), { maxLength: 3 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          $any: fc.array(tie('predicate'), { maxLength: 3 }),
        }),
      },
      { weight: 1, arbitrary: fc.record({ $not: tie('predicate') }) },
    ),
  }));
  return predicate;
}

function prefixOf(value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(value, fc.nat(4))
    .map(([text, length]) => [...text].slice(0, length).join(''));
}
