import { generateKeyPairSync } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import { startInspections } from '../../facts/__testUtils__/openInspection';
import type { InspectionContext } from '../../inspection/InspectionContext';
import { resultsOf } from '../__testUtils__/resultsOf';
import { appInstalled } from './appInstalled';
import { integrationWorks } from './integrationWorks';
import { organisationServed } from './organisationServed';
import { permissionsGranted } from './permissionsGranted';
import { permissionsNeedless } from './permissionsNeedless';

jest.setTimeout(60_000);

describe('checks of Apps', () => {
  let inspections: Awaited<ReturnType<typeof startInspections>>;
  let id: string;

  beforeAll(async () => {
    inspections = await startInspections();
    id = `app:${inspections.host}:${inspections.sandbox.app.id}`;
  });
  afterAll(() => inspections.stop());

  const withApp = (more: { app?: JsonObject; config?: JsonObject } = {}) =>
    inspections.open({ apps: [inspections.app(more.app)] }, more);
  const discovery = (...owners: string[]): JsonObject => ({
    catalog: {
      providers: {
        github: Object.fromEntries(
          owners.map(organization => [
            organization,
            { host: inspections.host, organization },
          ]),
        ),
      },
    },
  });
  const tokenOf = (scopes: string[]) =>
    inspections.token({ userId: inspections.sandbox.olivia.id, scopes });

  describe('integration-works', () => {
    const run = (context: InspectionContext) =>
      resultsOf({ check: integrationWorks, context });

    it('passes a key that GitHub takes', async () => {
      expect(await run(withApp())).toMatchObject([
        {
          id: `integration-works:${id}`,
          host: inspections.host,
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
        withApp({
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
      const [result] = await run(withApp({ app: { privateKey: 'nonsense' } }));
      expect(result).toMatchObject({ status: 'fail' });
      expect(result.remedy).toContain('the whole content of the .pem file');
    });

    it('tells an App that the host does not have', async () => {
      const [result] = await run(withApp({ app: { appId: 999_999 } }));
      expect(result.status).toBe('fail');
      expect(result.remedy).toContain('App ID');
    });

    it('tells a host that does not answer', async () => {
      const [result] = await run(
        inspections.open({
          apps: [inspections.app()],
          apiBaseUrl: 'http://127.0.0.1:1/api/v3',
        }),
      );
      expect(result.status).toBe('fail');
      expect(result.remedy).toContain('http://127.0.0.1:1/api/v3');
    });
  });

  describe('app-installed', () => {
    const run = () => resultsOf({ check: appInstalled, context: withApp() });

    it('fails while an installation is suspended, and passes again', async () => {
      const { installation, sandbox } = inspections.sandbox;
      installation.suspendedAt = sandbox.clock.iso();
      expect(await run()).toMatchObject([
        {
          id: `app-installed:${id}:acme`,
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
      const { installation, sandbox } = inspections.sandbox;
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

  describe('organisation-served', () => {
    const run = (context: InspectionContext) =>
      resultsOf({ check: organisationServed, context });

    it('passes where the App is installed', async () => {
      expect(await run(withApp({ config: discovery('Acme') }))).toMatchObject([
        {
          id: `organisation-served:${inspections.host}:Acme`,
          status: 'pass',
        },
      ]);
    });

    it('fails where nothing serves, and names the key', async () => {
      const [result] = await run(withApp({ config: discovery('other') }));
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
        inspections.open(
          { apps: [inspections.app()], token: tokenOf(['repo']) },
          { config: discovery('other') },
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
          inspections.open(
            { token: tokenOf(['repo']) },
            { config: discovery('acme') },
          ),
        ),
      ).toMatchObject([{ status: 'pass' }]);
    });

    it('leaves it to the result that has the cause, and names that where a token steps in', async () => {
      const { installation, sandbox } = inspections.sandbox;
      const open = (more: JsonObject) =>
        inspections.open(
          { apps: [inspections.app()], ...more },
          { config: discovery('acme') },
        );
      const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const privateKey = key.privateKey.export({
        type: 'pkcs1',
        format: 'pem',
      });
      const refused = { apps: [inspections.app({ privateKey } as JsonObject)] };
      expect(await run(open(refused))).toEqual([]);
      expect(
        await run(
          inspections.open({ token: 'ghp_no' }, { config: discovery('acme') }),
        ),
      ).toEqual([]);
      expect(
        await run(open({ ...refused, token: tokenOf(['repo']) })),
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
      expect(await run(open({ token: tokenOf(['repo']) }))).toMatchObject([
        { status: 'warn', remedy: expect.stringContaining('Unsuspend') },
      ]);
      installation.suspendedAt = null;
    });

    it('looks at an owner once who is named on two names of one server', async () => {
      const { host, sandbox } = inspections;
      const apps = [inspections.app()];
      const results = await run(
        inspections.open(
          {},
          {
            config: {
              integrations: {
                github: [
                  { host, apiBaseUrl: `${sandbox.url}/api/v3`, apps },
                  { host: 'github.com', apiBaseUrl: sandbox.url, apps },
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
        await run(inspections.open({}, { config: discovery('acme') })),
      ).toMatchObject([
        {
          status: 'fail',
          cause: expect.stringContaining('no credential is configured'),
        },
      ]);
    });
  });

  describe('permissions-granted', () => {
    const run = () =>
      resultsOf({
        check: permissionsGranted,
        context: withApp({ config: discovery('acme') }),
      });

    it('names the permission, the feature and the route, and passes once it is granted', async () => {
      const { installation, app } = inspections.sandbox;
      const before = { ...installation.permissions };
      delete installation.permissions.contents;
      const [result] = await run();
      expect(result).toMatchObject({
        id: `permissions-granted:${id}:acme`,
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
      installation.permissions = before;
      expect(await run()).toMatchObject([{ status: 'pass' }]);
    });
  });

  describe('permissions-needless', () => {
    const run = () =>
      resultsOf({ check: permissionsNeedless, context: withApp() });

    it('warns of what nothing needs, and passes without it', async () => {
      const { app, installation } = inspections.sandbox;
      const before = { ...app.permissions };
      app.permissions = { ...before, organization_hooks: 'write' };
      const [result] = await run();
      expect(result).toMatchObject({
        id: `permissions-needless:${id}`,
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
});
