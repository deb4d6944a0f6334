import { compareWithLog } from './compareWithLog';

const routes = [
  { route: 'GET /user', usedBy: ['a'] },
  { route: 'POST /graphql', usedBy: ['a'] },
];
const query = {
  name: 'viewer',
  definedIn: 'f',
  usedBy: ['a'],
  text: 'query viewer { viewer { login } }',
};

it('finds no difference where everything listed was asked for, however the query is written', () => {
  expect(
    compareWithLog({
      logged: [
        { method: 'GET', path: '/api/v3/user', route: 'GET /user' },
        {
          method: 'POST',
          path: '/graphql',
          route: 'POST /graphql',
          graphql: { query: 'query viewer {\n viewer { login, } }', errors: 0 },
        },
      ],
      routes,
      queries: [query],
    }),
  ).toEqual({
    unlistedRoutes: [],
    unseenRoutes: [],
    unlistedQueries: [],
    unseenQueries: [],
  });
});

it('names what was asked for and is not listed, and what is listed and was not asked for', () => {
  expect(
    compareWithLog({
      logged: [
        { method: 'GET', path: '/nowhere?a=b', route: undefined },
        { method: 'GET', path: '/emojis', route: 'GET /emojis' },
        {
          method: 'POST',
          path: '/graphql',
          route: 'POST /graphql',
          graphql: { query: '{ not a query', errors: 1 },
        },
      ],
      routes,
      queries: [query],
    }),
  ).toEqual({
    unlistedRoutes: ['GET /emojis', 'GET /nowhere?a=b'],
    unseenRoutes: ['GET /user'],
    unlistedQueries: ['{ not a query'],
    unseenQueries: [query],
  });
});
