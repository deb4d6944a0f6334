import type { JsonObject } from '@backstage/types';
import { startInspections } from '../../facts/__testUtils__/openInspection';
import type { LauncherFindings } from '../../inspection/InspectionContext';
import type { Check } from '../Check';
import { resultsOf } from '../__testUtils__/resultsOf';
import { pluginsConfigured } from '../plugins/pluginsConfigured';
import { configurationRead } from './configurationRead';
import { ignoredEntries } from './ignoredEntries';
import { keyFiles } from './keyFiles';

jest.setTimeout(60_000);

describe('checks of the configuration', () => {
  let inspections: Awaited<ReturnType<typeof startInspections>>;
  beforeAll(async () => {
    inspections = await startInspections();
  });
  afterAll(() => inspections.stop());

  const found = (
    launcher?: Partial<LauncherFindings>,
    config?: JsonObject,
  ) => ({
    ...inspections.open({}, { config }),
    ...(launcher && { launcher: { problems: [], warnings: [], ...launcher } }),
  });

  describe('configuration', () => {
    it('tells problems with their place, and warnings', async () => {
      expect(
        await resultsOf({
          check: configurationRead,
          context: found({
            problems: [
              {
                problem: 'the file cannot be read',
                where: 'GITHUB_PRIVATE_KEY_FILE',
                remedy: 'Mend its mode.',
              },
            ],
            warnings: ['POSTGRES_TLS=false'],
          }),
        }),
      ).toMatchObject([
        {
          id: 'configuration:GITHUB_PRIVATE_KEY_FILE',
          status: 'fail',
          cause: 'the file cannot be read (GITHUB_PRIVATE_KEY_FILE)',
          remedy: 'Mend its mode.',
        },
        {
          id: 'configuration:warning',
          status: 'warn',
          cause: 'POSTGRES_TLS=false',
        },
      ]);
    });

    it('passes without any, and does not apply without a launcher', async () => {
      expect(
        await resultsOf({ check: configurationRead, context: found({}) }),
      ).toMatchObject([{ status: 'pass' }]);
      expect(
        await resultsOf({ check: configurationRead, context: found() }),
      ).toEqual([]);
    });
  });

  describe('an entry that is not valid', () => {
    const run = async (check: Check, config: JsonObject) => {
      const context = found({}, config);
      return resultsOf({ check, context });
    };

    it.each<[string, JsonObject]>([
      [
        'connections[0]',
        {
          connections: [
            { type: 'github', host: 'github.com', auth: [{ token: 'ghp_x' }] },
          ],
        },
      ],
      [
        'integrations.github[0]',
        { integrations: { github: [{ host: 'github.com', apps: 'none' }] } },
      ],
    ])('is a fail of the configuration: %s', async (configKey, config) => {
      const results = await run(configurationRead, config);
      expect(results).toMatchObject([
        {
          id: `configuration:${configKey}`,
          status: 'fail',
          cause: expect.stringContaining(`not valid (${configKey}): `),
          remedy: expect.stringContaining(`Correct ${configKey}`),
        },
      ]);
      expect(JSON.stringify(results)).not.toContain('ghp_x');
      const ofFiles = await run(keyFiles, config);
      expect(ofFiles.filter(({ status }) => status === 'fail')).toEqual([]);
    });

    it('is one without a launcher, too', async () => {
      const context = found(undefined, {
        connections: [{ type: 'github', host: 'github.com', auth: [{}] }],
      });
      expect(
        await resultsOf({ check: configurationRead, context }),
      ).toMatchObject([{ id: 'configuration:connections[0]' }]);
    });
  });

  describe('plugins', () => {
    const problem = {
      problem: 'there is no plugin @acme/nothing',
      where: 'callboard.plugins[0]',
    };

    it('has the problems of plugins, which the configuration then has not', async () => {
      const context = found({ problems: [problem] });
      expect(
        await resultsOf({ check: pluginsConfigured, context }),
      ).toMatchObject([{ group: 'plugins', status: 'fail' }]);
      expect(
        await resultsOf({ check: configurationRead, context }),
      ).toMatchObject([{ status: 'pass' }]);
    });

    it('names what is switched on', async () => {
      expect(
        await resultsOf({
          check: pluginsConfigured,
          context: found({}, { callboard: { plugins: ['@acme/one'] } }),
        }),
      ).toMatchObject([{ status: 'pass', cause: '1 plugin: @acme/one.' }]);
    });
  });

  describe('ignored-entries', () => {
    const run = (config: JsonObject) =>
      resultsOf({
        check: ignoredEntries,
        context: inspections.open({ token: 'ghp_old' }, { config }),
      });

    it('names what connections make have no effect', async () => {
      const results = await run({
        connections: [
          {
            type: 'github',
            host: inspections.host,
            apiBaseUrl: `${inspections.sandbox.url}/api/v3`,
            auth: [{ method: 'token', token: 'ghp_new' }],
          },
        ],
      });
      expect(results).toMatchObject([
        {
          id: 'ignored-entries:integrations.github[0]',
          host: inspections.host,
          status: 'warn',
          cause: expect.stringContaining('integrations.github[0]'),
        },
      ]);
      expect(JSON.stringify(results)).not.toContain('ghp_');
    });

    it('passes where everything counts', async () => {
      expect(await run({})).toMatchObject([
        {
          status: 'pass',
          cause: expect.stringContaining('integrations.github[0]'),
        },
      ]);
    });
  });

  describe('key-files', () => {
    it('tells what could not be read again, and passes once it could', async () => {
      const context = inspections.open({ apps: [inspections.app()] });
      const problems = jest.spyOn(context.github.credentials, 'problems');
      const run = () => resultsOf({ check: keyFiles, context });
      expect(await run()).toMatchObject([{ status: 'pass' }]);
      problems.mockReturnValue([
        {
          configKey: 'integrations.github[0].apps[0].privateKey',
          reason: 'it is no PEM',
          since: '2026-11-26T10:00:00Z',
        },
      ]);
      expect(await run()).toMatchObject([
        {
          id: 'key-files:integrations.github[0].apps[0].privateKey',
          status: 'fail',
          cause: expect.stringContaining('it is no PEM'),
        },
      ]);
      problems.mockRestore();
      expect(await run()).toMatchObject([{ status: 'pass' }]);
    });
  });
});
