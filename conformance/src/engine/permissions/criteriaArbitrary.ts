import fc from 'fast-check';
import type { Vocabulary } from '../queries/vocabulary';
import { condition, type Criteria } from './conditionalDecision';

/** Conditions of all kinds about the entities of a catalog, nested up to three deep. */
export function criteriaArbitrary(words: Vocabulary): fc.Arbitrary<Criteria> {
  const { pair, ref } = words;
  const property = (root: 'metadata' | 'spec') =>
    fc.tuple(pair, fc.boolean()).map(([[key, value], withValue]) =>
      condition(root === 'spec' ? 'HAS_SPEC' : 'HAS_METADATA', {
        key: key.replace(/^(metadata|spec)\./i, ''),
        ...(withValue && { value }),
      }),
    );
  const named = (rule: string, parameter: string, names: string[]) =>
    fc
      .tuple(
        fc.constantFrom(...names),
        fc.option(fc.constantFrom('gold', 'Gold', 'alpha', '', 'a'), {
          nil: undefined,
        }),
      )
      .map(([name, value]) =>
        condition(rule, {
          [parameter]: name,
          ...(value !== undefined && { value }),
        }),
      );
  const leaf: fc.Arbitrary<Criteria> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .uniqueArray(
          fc.constantFrom('thing', 'Component', 'api', 'user', 'group', 'none'),
          { maxLength: 4 },
        )
        .map(kinds => condition('IS_ENTITY_KIND', { kinds })),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(ref, { maxLength: 4 })
        .map(claims => condition('IS_ENTITY_OWNER', { claims })),
    },
    { weight: 1, arbitrary: property('metadata') },
    { weight: 1, arbitrary: property('spec') },
    {
      weight: 1,
      arbitrary: named('HAS_LABEL', 'label', ['tier', 'Tier2', 'no-such']),
    },
    {
      weight: 1,
      arbitrary: named('HAS_ANNOTATION', 'annotation', [
        'note',
        'Example.com/note',
        'backstage.io/view-url',
        'no-such',
      ]),
    },
  );
  const { criteria } = fc.letrec<{ criteria: Criteria }>(tie => ({
    criteria: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 4, arbitrary: leaf },
      {
        weight: 1,
        arbitrary: fc
          .array(tie('criteria'), { minLength: 1, maxLength: 3 })
          .map(allOf => ({ allOf } as unknown as Criteria)),
      },
      {
        weight: 1,
        arbitrary: fc
          .array(tie('criteria'), { minLength: 1, maxLength: 3 })
          .map(anyOf => ({ anyOf } as unknown as Criteria)),
      },
      { weight: 1, arbitrary: tie('criteria').map(not => ({ not })) },
    ),
  }));
  return criteria;
}
