import { parseQuery, valuesOf } from './parseQuery';

it('tells words from qualifiers', () => {
  const query = parseQuery(
    'Shop "two words" org:acme -topic:old NOT language:go in:name,description label:"good first issue"',
  );
  expect(query.words).toEqual(['shop', 'two words']);
  expect(query.qualifiers).toEqual([
    { name: 'org', value: 'acme', not: false },
    { name: 'topic', value: 'old', not: true },
    { name: 'language', value: 'go', not: true },
    { name: 'in', value: 'name,description', not: false },
    { name: 'label', value: 'good first issue', not: false },
  ]);
  expect(valuesOf({ query, name: 'topic' })).toEqual([]);
  expect(valuesOf({ query, name: 'org' })).toEqual(['acme']);
});

it('leaves out operators and negated words', () => {
  expect(parseQuery('a AND b OR c -d').words).toEqual(['a', 'b', 'c']);
});
