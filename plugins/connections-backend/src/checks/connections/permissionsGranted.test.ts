import { resultsOf } from '../__testUtils__/resultsOf';
import { startApps } from '../__testUtils__/startApps';
import { permissionsGranted } from './permissionsGranted';

jest.setTimeout(60_000);

let apps: Awaited<ReturnType<typeof startApps>>;
beforeAll(async () => {
  apps = await startApps();
});
afterAll(() => apps.stop());

describe('permissions-granted', () => {
  const run = () =>
    resultsOf({
      check: permissionsGranted,
      context: apps.withApp({
        config: {
          ...apps.discovery('acme'),
          callboard: { github: { activity: { enabled: true } } },
        },
      }),
    });

  it('names the permission, the feature and the route, and passes once it is granted', async () => {
    const { installation, app } = apps.sandbox;
    const before = { ...installation.permissions };
    delete installation.permissions.contents;
    const [result] = await run();
    expect(result).toMatchObject({
      id: `permissions-granted:${apps.id}:acme`,
      status: 'fail',
    });
    expect(result.cause).toMatch(
      /Contents: (read|write) is missing; needed by .+\(.*\/.*\)/,
    );
    // The App asks for it, so it only has to be accepted.
    expect(result.remedy).toMatch(
      /The App asks for .*Contents: (read|write).* already: an owner of acme accepts/,
    );

    const asked = { ...app.permissions };
    delete app.permissions.contents;
    expect((await run())[0]).toMatchObject({
      remedy: expect.stringMatching(/Set .*Contents: (read|write)/),
      links: [
        { title: 'Permissions of the App' },
        { title: 'Installation on acme' },
      ],
    });

    app.permissions = asked;
    installation.permissions = {
      ...before,
      ...{ vulnerability_alerts: 'read', security_events: 'read' },
      secret_scanning_alerts: 'read',
    };
    expect(await run()).toMatchObject([{ status: 'pass' }]);

    // The tab says so by itself, and nothing else is the worse for it.
    installation.permissions = { ...before, secret_scanning_alerts: 'read' };
    expect(await run()).toMatchObject([
      {
        status: 'warn',
        cause: expect.stringContaining('Security alerts on entity pages'),
      },
    ]);
    installation.permissions = before;
  });
});
