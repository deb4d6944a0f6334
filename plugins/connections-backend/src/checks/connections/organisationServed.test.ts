import { generateKeyPairSync } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { resultsOf } from '../__testUtils__/resultsOf';
import { startApps } from '../__testUtils__/startApps';
import { organisationServed } from './organisationServed';

jest.setTimeout(60_000);

let apps: Awaited<ReturnType<typeof startApps>>;
beforeAll(async () => {
  apps = await startApps();
});
afterAll(() => apps.stop());

describe('organisation-served', () => {
  const run = (context: InspectionContext) =>
    resultsOf({ check: organisationServed, context });

  it('passes where the App is installed', async () => {
    expect(
      await run(apps.withApp({ config: apps.discovery('Acme') })),
    ).toMatchObject([
      {
        id: `organisation-served:${apps.host}:Acme`,
        status: 'pass',
      },
    ]);
  });

  it('fails where nothing serves, and names the key', async () => {
    const [result] = await run(
      apps.withApp({ config: apps.discovery('other') }),
    );
    expect(result).toMatchObject({
      status: 'fail',
      links: [{ title: 'Install the App on other' }],
    });
    expect(result.cause).toContain(
      'other is named by catalog.providers.github.other.organization',
    );
  });

  it('warns where a token steps in', async () => {
    const [result] = await run(
      apps.open(
        { apps: [apps.app()], token: apps.tokenOf(['repo']) },
        { config: apps.discovery('other') },
      ),
    );
    expect(result).toMatchObject({
      status: 'warn',
      cause: expect.stringMatching(/the token [0-9a-f]{8} serves instead/),
    });
  });

  it('passes with a token alone', async () => {
    expect(
      await run(
        apps.open(
          { token: apps.tokenOf(['repo']) },
          { config: apps.discovery('acme') },
        ),
      ),
    ).toMatchObject([{ status: 'pass' }]);
  });

  it('leaves it to the result that has the cause, and names that where a token steps in', async () => {
    const { installation, sandbox } = apps.sandbox;
    const open = (more: JsonObject) =>
      apps.open(
        { apps: [apps.app()], ...more },
        { config: apps.discovery('acme') },
      );
    const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const privateKey = key.privateKey.export({
      type: 'pkcs1',
      format: 'pem',
    });
    const refused = { apps: [apps.app({ privateKey } as JsonObject)] };
    expect(await run(open(refused))).toEqual([]);
    expect(
      await run(
        apps.open({ token: 'ghp_no' }, { config: apps.discovery('acme') }),
      ),
    ).toEqual([]);
    expect(
      await run(open({ ...refused, token: apps.tokenOf(['repo']) })),
    ).toMatchObject([
      {
        status: 'warn',
        cause: expect.stringContaining('does not work: the token'),
        remedy: expect.stringContaining('GitHub takes the key of'),
        links: [],
      },
    ]);
    installation.suspendedAt = sandbox.clock.iso();
    expect(await run(open({}))).toEqual([]);
    expect(await run(open({ token: apps.tokenOf(['repo']) }))).toMatchObject([
      { status: 'warn', remedy: expect.stringContaining('Unsuspend') },
    ]);
    installation.suspendedAt = null;
  });

  it('looks at an owner once who is named on two names of one server', async () => {
    const { host, sandbox } = apps;
    const own = { apps: [apps.app()] };
    const results = await run(
      apps.open(
        {},
        {
          config: {
            integrations: {
              github: [
                { host, apiBaseUrl: `${sandbox.url}/api/v3`, ...own },
                { host: 'github.com', apiBaseUrl: sandbox.url, ...own },
              ],
            },
            catalog: {
              providers: {
                github: {
                  a: { host, organization: 'acme' },
                  b: { organization: 'acme' },
                },
              },
            },
          },
        },
      ),
    );
    expect(results).toMatchObject([
      { id: `organisation-served:${host}:acme`, status: 'pass' },
    ]);
  });

  it('fails with no credential at all', async () => {
    expect(
      await run(apps.open({}, { config: apps.discovery('acme') })),
    ).toMatchObject([
      {
        status: 'fail',
        cause: expect.stringContaining('no credential is configured'),
      },
    ]);
  });
});
