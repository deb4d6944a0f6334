import { problemsOf } from './__testUtils__/readSettings';

const inferredWith = (inferred: object) =>
  problemsOf({
    callboard: { github: { catalog: { inferred } } },
  } as never);

it.each([
  [{ owner: 5 }, 'owner: must be text, and is a number'],
  [{ lifecycle: '' }, 'lifecycle: must be text, and is empty'],
  [{ wikis: 'perhaps' }, 'wikis: must be true or false'],
  [{ rules: {} }, 'rules: must be a list of maps, and is a map of keys'],
  [{ rules: [{}] }, 'rules[0].repository: is required, and missing'],
  [
    { rules: [{ repository: 'a/b', tags: [1] }] },
    'rules[0].tags[0]: must be text, and is a number',
  ],
])('says what is wrong with %j', (inferred, expected) => {
  expect(inferredWith(inferred)).toEqual([
    `callboard.github.catalog.inferred.${expected}`,
  ]);
});

it('says once that a block is no map', () => {
  expect(
    problemsOf({
      catalog: { providers: { github: { organization: 'acme', filters: 5 } } },
    }),
  ).toEqual([
    'catalog.providers.github.filters: must be a map of keys, and is a number',
  ]);
});
