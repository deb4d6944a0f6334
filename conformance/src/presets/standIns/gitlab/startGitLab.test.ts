import { Gitlab } from '@gitbeaker/rest';
import type { StandIn } from '../startStandIn';
import { testAuthority } from '../testAuthority';
import { startGitLab } from './startGitLab';

let gitlab: StandIn;

beforeAll(async () => (await testAuthority()).trust());
beforeEach(async () => {
  gitlab = await startGitLab({ token: 'glpat-test', catalogInfo: 'kind: x' });
});
afterEach(() => gitlab.close());

it('answers a client of GitLab', async () => {
  const client = new Gitlab({ host: gitlab.url, oauthToken: 'glpat-test' });

  const projects = await client.Groups.allProjects('acme', { perPage: 1 });
  expect(projects).toMatchObject([{ path_with_namespace: 'acme/web' }]);
  const users = await client.Users.all({ perPage: 1 });
  expect(users.map(user => user.username)).toEqual(['grace', 'alan']);
  await expect(
    client.RepositoryFiles.showRaw('acme/web', 'catalog-info.yaml', 'main'),
  ).resolves.toBe('kind: x');
  expect(gitlab.unknown).toEqual([]);
});

it('refuses another token', async () => {
  const client = new Gitlab({ host: gitlab.url, oauthToken: 'other' });

  await expect(client.Users.all()).rejects.toThrow('Unauthorized');
});

it('answers queries, and only those that its schema knows', async () => {
  const ask = async (query: string) =>
    (
      await fetch(`${gitlab.url}/api/graphql`, {
        method: 'POST',
        headers: { authorization: 'Bearer glpat-test' },
        body: JSON.stringify({ query }),
      })
    ).json();

  await expect(
    ask(
      '{ group(fullPath: "acme/core") { groupMembers { nodes { user { username state } } } } }',
    ),
  ).resolves.toEqual({
    data: {
      group: {
        groupMembers: {
          nodes: [{ user: { username: 'grace', state: 'active' } }],
        },
      },
    },
  });
  await expect(
    ask('{ group(fullPath: "acme") { nonsense } }'),
  ).resolves.toEqual({
    errors: [expect.objectContaining({ message: expect.any(String) })],
  });
});
