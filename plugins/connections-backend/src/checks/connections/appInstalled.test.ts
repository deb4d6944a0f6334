import { resultsOf } from '../__testUtils__/resultsOf';
import { startApps } from '../__testUtils__/startApps';
import { appInstalled } from './appInstalled';

jest.setTimeout(60_000);

let apps: Awaited<ReturnType<typeof startApps>>;
beforeAll(async () => {
  apps = await startApps();
});
afterAll(() => apps.stop());

describe('app-installed', () => {
  const run = () => resultsOf({ check: appInstalled, context: apps.withApp() });

  it('fails while an installation is suspended, and passes again', async () => {
    const { installation, sandbox } = apps.sandbox;
    installation.suspendedAt = sandbox.clock.iso();
    expect(await run()).toMatchObject([
      {
        id: `app-installed:${apps.id}:acme`,
        status: 'fail',
        cause: expect.stringContaining('on acme is suspended'),
        remedy: expect.stringContaining('Unsuspend'),
        links: [{ title: 'Installation on acme' }],
      },
    ]);
    installation.suspendedAt = null;
    expect(await run()).toMatchObject([
      { status: 'pass', cause: 'It is on 1 account: acme.' },
    ]);
  });

  it('fails while the App is installed nowhere', async () => {
    const { installation, sandbox } = apps.sandbox;
    sandbox.state.installations.remove(installation);
    expect(await run()).toMatchObject([
      {
        status: 'fail',
        cause: expect.stringContaining('is installed nowhere'),
        links: [{ title: 'Install the App' }],
      },
    ]);
    sandbox.state.installations.insert(installation);
    expect(await run()).toMatchObject([{ status: 'pass' }]);
  });
});
