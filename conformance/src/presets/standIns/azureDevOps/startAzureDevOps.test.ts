import { getHandlerFromToken, WebApi } from 'azure-devops-node-api';
import {
  BuildResult,
  BuildStatus,
} from 'azure-devops-node-api/interfaces/BuildInterfaces';
import type { StandIn } from '../startStandIn';
import { testAuthority } from '../testAuthority';
import { AZURE_ORGANIZATION, startAzureDevOps } from './startAzureDevOps';

const token = 'a'.repeat(52);

let azure: StandIn;

beforeAll(async () => (await testAuthority()).trust());
beforeEach(async () => {
  azure = await startAzureDevOps({ token, catalogInfo: 'kind: x' });
});
afterEach(() => azure.close());

const createClient = (credential: string) =>
  new WebApi(
    `${azure.url}/${AZURE_ORGANIZATION}`,
    getHandlerFromToken(credential),
  );

it('answers the client of Microsoft', async () => {
  const client = createClient(token);
  const git = await client.getGitApi();
  const builds = await client.getBuildApi();

  await expect(git.getRepository('web', 'Shop')).resolves.toMatchObject({
    name: 'web',
    project: { name: 'Shop' },
  });
  await expect(builds.getBuilds('Shop')).resolves.toMatchObject([
    {
      status: BuildStatus.Completed,
      result: BuildResult.Succeeded,
      queueTime: new Date('2026-01-01T00:00:00Z'),
    },
  ]);
  expect(azure.unknown).toEqual([]);
});

it('finds the catalog file of its project only', async () => {
  const search = async (searchText: string) => {
    const response = await fetch(
      `${azure.url}/${AZURE_ORGANIZATION}/_apis/search/codesearchresults`,
      {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`:${token}`).toString('base64')}`,
        },
        body: JSON.stringify({ searchText }),
      },
    );
    return (await response.json()).count;
  };

  await expect(
    search('path:/catalog-info.yaml repo:* proj:Shop'),
  ).resolves.toBe(1);
  await expect(
    search('path:/catalog-info.yaml repo:* proj:Other'),
  ).resolves.toBe(0);
});

it('refuses another token', async () => {
  await expect(createClient('b'.repeat(52)).getGitApi()).rejects.toMatchObject({
    statusCode: 401,
  });
});
