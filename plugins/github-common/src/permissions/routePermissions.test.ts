import { routePermissions } from './routePermissions';

it('names what a route asks for, first what the call is about', () => {
  expect(
    routePermissions(
      'PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}',
    ).map(({ title, scope }) => [title, scope]),
  ).toEqual([
    ['Administration: write', 'repository'],
    ['Members: read', 'organization'],
  ]);
});

it.each(['GET /users/{username}', 'constructor'])(
  'asks for nothing on %s',
  route => {
    expect(routePermissions(route)).toEqual([]);
  },
);
