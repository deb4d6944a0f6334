import type { JsonValue } from '@backstage/types';
import fc from 'fast-check';
import type { Question } from '../harness/ask';
import { predicateArbitrary } from './predicateArbitrary';
import type { Vocabulary } from './vocabulary';

/** A question, and how to go on from its answer: along the cursors or links of the pages. */
export type Query = Question & { walk?: ('next' | 'previous')[] };

type Parameters = [name: string, value: string][];

/** Questions of all kinds about a catalog. */
export function queryArbitrary(words: Vocabulary): fc.Arbitrary<Query> {
  const { key, value, pair, ref, uid } = words;
  const predicate = predicateArbitrary(words);
  const count = fc.constantFrom(0, 1, 2, 3, 5, 10, 50, 1000);
  const term = fc.oneof(
    value.map(text => text.slice(0, 3)),
    value,
    fc.constantFrom('%', '_', '\\', 'a%', '_1', '\\%', '\\\\', ' alpha ', 'É'),
  );
  const statement = fc.oneof(
    { weight: 12, arbitrary: pair.map(([k, v]) => `${k}=${v}`) },
    { weight: 3, arbitrary: key },
    { weight: 1, arbitrary: key.map(k => `${k}=`) },
    { weight: 1, arbitrary: fc.constantFrom('=a', '', ' ', 'kind = thing ') },
  );
  const filter = some(
    'filter',
    fc
      .array(statement, { minLength: 1, maxLength: 3, size: '-1' })
      .map(parts => parts.join(',')),
    3,
  );
  const field = fc.oneof(
    { weight: 10, arbitrary: key },
    {
      weight: 10,
      arbitrary: fc.constantFrom(
        'metadata',
        'metadata.annotations',
        'spec',
        'relations',
        'metadata.labels.example.com/Team',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('spec.list[0]', '', 'spec.') },
  );
  const fields = some(
    'fields',
    fc.array(field, { minLength: 1, maxLength: 3 }).map(list => list.join(',')),
    2,
  );
  const order = fc.constantFrom('asc', 'desc');
  const one = (name: string, arbitrary: fc.Arbitrary<unknown>) =>
    some(name, arbitrary.map(String), 1);
  const walk = fc.option(
    fc.array(fc.constantFrom('next', 'next', 'next', 'previous'), {
      minLength: 1,
      maxLength: 8,
    }) as fc.Arbitrary<('next' | 'previous')[]>,
    { nil: undefined },
  );
  const get = (path: string, ...parameters: fc.Arbitrary<Parameters>[]) =>
    fc
      .tuple(...parameters)
      .map(lists => ({ path: `${path}${toQuery(lists.flat())}` }));
  const post = (path: string, body: fc.Arbitrary<unknown>) =>
    body.map(content => ({ method: 'POST' as const, path, body: content }));
  const fieldList = fc.array(field, { maxLength: 2 });

  const legacyList = get(
    '/entities',
    filter,
    fields,
    some(
      'order',
      fc.tuple(order, key).map(([o, k]) => `${o}:${k}`),
      2,
    ),
    one('limit', count),
    one('offset', count),
  );
  const byQueryGet = get(
    '/entities/by-query',
    filter,
    fields,
    one('limit', count),
    one('offset', count),
    some(
      'orderField',
      fc
        .tuple(key, fc.option(order, { nil: undefined }))
        .map(([k, o]) => (o ? `${k},${o}` : k)),
      2,
    ),
    one('fullTextFilterTerm', term),
    some('fullTextFilterFields', key, 2),
    one('totalItems', fc.constantFrom('include', 'exclude')),
  );
  const byQueryPost = post(
    '/entities/by-query',
    fc.record(
      {
        query: predicate,
        fields: fieldList,
        limit: count,
        offset: count,
        orderBy: fc.array(fc.record({ field: key, order }), { maxLength: 2 }),
        fullTextFilter: fc.record(
          { term, fields: fc.array(key, { maxLength: 2 }) },
          { requiredKeys: ['term'], noNullPrototype: true },
        ),
        totalItems: fc.constantFrom('include', 'exclude'),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  );
  const facetsGet = get(
    '/entity-facets',
    fc
      .array(key, { minLength: 1, maxLength: 4 })
      .map(keys => keys.map(k => ['facet', k] as [string, string])),
    filter,
  );
  const facetsPost = post(
    '/entity-facets',
    fc.record(
      {
        facets: fc.array(key, { minLength: 1, maxLength: 4 }),
        query: predicate,
      },
      { requiredKeys: ['facets'], noNullPrototype: true },
    ),
  );
  const byRefs = fc
    .tuple(
      filter,
      fc.oneof(
        { weight: 9, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fields },
      ),
      fc.record(
        {
          entityRefs: fc.array(ref, { maxLength: 8 }),
          fields: fieldList,
          query: predicate as fc.Arbitrary<JsonValue>,
        },
        { requiredKeys: ['entityRefs'], noNullPrototype: true },
      ),
    )
    .map(([filters, cut, body]) => ({
      method: 'POST' as const,
      path: `/entities/by-refs${toQuery([...filters, ...cut])}`,
      body,
    }));
  const byName = ref.map(text => `/entities/by-name/${refPath(text)}`);
  const single = fc.oneof(
    byName.map(path => ({ path })),
    byName.map(path => ({ path: `${path}/ancestry` })),
    uid.map(id => ({ path: `/entities/by-uid/${id}` })),
  );
  const walked = (question: fc.Arbitrary<Question>) =>
    fc
      .tuple(question, walk)
      .map(([asked, steps]) => ({ ...asked, ...(steps && { walk: steps }) }));

  return fc.oneof(
    { weight: 3, arbitrary: walked(legacyList) },
    { weight: 5, arbitrary: walked(byQueryGet) },
    { weight: 5, arbitrary: walked(byQueryPost) },
    { weight: 2, arbitrary: facetsGet },
    { weight: 2, arbitrary: facetsPost },
    { weight: 2, arbitrary: byRefs },
    { weight: 1, arbitrary: single },
  );
}

/** A parameter that is left out half of the time. */
function some(
  name: string,
  value: fc.Arbitrary<string>,
  maxLength: number,
): fc.Arbitrary<Parameters> {
  return fc.oneof(
    fc.constant<Parameters>([]),
    fc
      .array(value, { minLength: 1, maxLength })
      .map(values => values.map(text => [name, text] as [string, string])),
  );
}

function toQuery(parameters: Parameters): string {
  const query = parameters
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return query && `?${query}`;
}

/** `kind:namespace/name` as the path of a route. */
function refPath(ref: string): string {
  const [, kind = 'x', namespace = 'y', name = 'z'] =
    /^([^:]*):([^/]*)\/(.*)$/.exec(ref) ?? [];
  return [kind, namespace, name]
    .map(part => encodeURIComponent(part || '-'))
    .join('/');
}
