import { Octokit } from '@octokit/core';
import type { StandIn } from '../startStandIn';
import { testAuthority } from '../testAuthority';
import { startGitHub } from './startGitHub';

let github: StandIn;

beforeAll(async () => (await testAuthority()).trust());
beforeEach(async () => {
  github = await startGitHub({ token: 'ghp_test', catalogInfo: 'kind: x' });
});
afterEach(() => github.close());

const createClient = (auth: string) =>
  new Octokit({ auth, baseUrl: `${github.url}/api/v3` });

it('answers a client of GitHub', async () => {
  const client = createClient('ghp_test');

  const { data } = await client.request('GET /users/{username}', {
    username: 'alan',
  });
  expect(data).toMatchObject({ suspended_at: expect.any(String) });
  await expect(
    client.graphql(
      '{ organization(login: "acme") { teams(first: 1) { nodes { slug members { nodes { login } } } } } }',
    ),
  ).resolves.toEqual({
    organization: {
      teams: {
        nodes: [{ slug: 'core', members: { nodes: [{ login: 'grace' }] } }],
      },
    },
  });
  expect(github.unknown).toEqual([]);
});

it('answers queries only as the published schema allows', async () => {
  const client = createClient('ghp_test');

  await expect(client.graphql('{ organization { login } }')).rejects.toThrow(
    'argument "login" of type "String!" is required',
  );
});

it('refuses another token', async () => {
  await expect(
    createClient('other').request('GET /user'),
  ).rejects.toMatchObject({ status: 401 });
});
