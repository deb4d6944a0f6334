import { resultsOf } from '../__testUtils__/resultsOf';
import { startApps } from '../__testUtils__/startApps';
import { permissionsNeedless } from './permissionsNeedless';

jest.setTimeout(60_000);

let apps: Awaited<ReturnType<typeof startApps>>;
beforeAll(async () => {
  apps = await startApps();
});
afterAll(() => apps.stop());

describe('permissions-needless', () => {
  const run = () =>
    resultsOf({ check: permissionsNeedless, context: apps.withApp() });

  it('warns of what nothing needs, and passes without it', async () => {
    const { app, installation } = apps.sandbox;
    const before = { ...app.permissions };
    app.permissions = { ...before, organization_hooks: 'write' };
    const [result] = await run();
    expect(result).toMatchObject({
      id: `permissions-needless:${apps.id}`,
      status: 'warn',
    });
    expect(result.cause).toContain('Webhooks: write');

    const granted = { ...installation.permissions };
    app.permissions = { metadata: 'read' };
    installation.permissions = { metadata: 'read' };
    expect(await run()).toMatchObject([{ status: 'pass' }]);
    app.permissions = before;
    installation.permissions = granted;
  });
});
