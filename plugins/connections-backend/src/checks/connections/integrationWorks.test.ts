import { generateKeyPairSync } from 'node:crypto';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { resultsOf } from '../__testUtils__/resultsOf';
import { startApps } from '../__testUtils__/startApps';
import { integrationWorks } from './integrationWorks';

jest.setTimeout(60_000);

let apps: Awaited<ReturnType<typeof startApps>>;
beforeAll(async () => {
  apps = await startApps();
});
afterAll(() => apps.stop());

describe('integration-works', () => {
  const run = (context: InspectionContext) =>
    resultsOf({ check: integrationWorks, context });

  it('passes a key that GitHub takes', async () => {
    expect(await run(apps.withApp())).toMatchObject([
      {
        id: `integration-works:${apps.id}`,
        host: apps.host,
        status: 'pass',
        cause: 'GitHub answers it as portal.',
      },
    ]);
  });

  it('names the key that GitHub does not know, and how to get another', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
    });
    const [result] = await run(
      apps.withApp({
        app: {
          privateKey: privateKey.export({
            type: 'pkcs1',
            format: 'pem',
          }) as string,
        },
      }),
    );
    expect(result.status).toBe('fail');
    expect(result.remedy).toContain(
      'Generate a private key on the settings page of the App, and put it into integrations.github[0].apps[0].privateKey',
    );
  });

  it('names what is no key', async () => {
    const [result] = await run(
      apps.withApp({ app: { privateKey: 'nonsense' } }),
    );
    expect(result).toMatchObject({ status: 'fail' });
    expect(result.remedy).toContain('the whole content of the .pem file');
  });

  it('tells an App that the host does not have', async () => {
    const [result] = await run(apps.withApp({ app: { appId: 999_999 } }));
    expect(result.status).toBe('fail');
    expect(result.remedy).toContain('App ID');
  });

  it('tells a host that does not answer', async () => {
    const [result] = await run(
      apps.open({
        apps: [apps.app()],
        apiBaseUrl: 'http://127.0.0.1:1/api/v3',
      }),
    );
    expect(result.status).toBe('fail');
    expect(result.remedy).toContain('http://127.0.0.1:1/api/v3');
  });
});
