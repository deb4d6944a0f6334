import { startAzureDevOps } from '../../presets/standIns/azureDevOps/startAzureDevOps';
import { openSystems } from './openSystems';

jest.setTimeout(60_000);

const { trust, opened, inspect, close } = openSystems();
beforeAll(trust);
afterEach(close);

it('Azure DevOps: tries the token on the organisation', async () => {
  const token = 'a'.repeat(52);
  const server = opened(await startAzureDevOps({ token, catalogInfo: '' }));
  const run = (personalAccessToken: string) =>
    inspect({
      integrations: {
        azure: [{ host: server.host, credentials: [{ personalAccessToken }] }],
      },
      catalog: {
        providers: {
          azureDevOps: {
            default: { host: server.host, organization: 'acme' },
          },
        },
      },
    });
  expect(await run(token)).toMatchObject([
    { status: 'pass', credential: { type: 'personal access token' } },
  ]);
  expect(await run('wrong')).toMatchObject([
    {
      status: 'fail',
      detail: 'Azure DevOps refuses the credential (HTTP 401).',
    },
  ]);
  expect(server.unknown).toEqual([]);
});
