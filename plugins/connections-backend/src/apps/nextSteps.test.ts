import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { createRootGithubService } from '@callboard/plugin-github-node';
import { parse } from 'yaml';
import { openManaging } from '../__testUtils__/openManaging';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let scene: Awaited<ReturnType<typeof openManaging>>;
afterEach(() => scene?.stop());

async function create(keep: 'store' | 'show' = 'store') {
  const form = await scene.post('/apps', {
    host: scene.host,
    organization: 'acme',
  });
  expect(form.status).toBe(200);
  const { code, state } = await scene.sayYes(form.body);
  const done = await scene.post('/apps/complete', { code, state, keep });
  return done.body;
}

/** What a portal with this configuration makes of it. */
function readHosts(data: JsonObject) {
  const { credentials, close } = createRootGithubService({
    config: mockServices.rootConfig({ data }),
    logger: mockServices.logger.mock(),
    now: () => new Date(),
  });
  close();
  return { hosts: credentials.hosts(), problems: credentials.problems() };
}

describe('an App beside an older one', () => {
  it('is said to be asked after it, and to sign with another secret', async () => {
    scene = await openManaging({
      databases,
      config: {
        events: { modules: { github: { webhookSecret: 'older-secret' } } },
      },
      entry: {
        apps: [
          {
            appId: 1,
            clientId: 'Iv1.older',
            clientSecret: 'hush',
            privateKey: 'key',
          },
        ],
      },
    });
    const { next, htmlUrl } = await create();
    expect(next[1]).toMatch(
      /^It serves once it is installed, and only the accounts that it is installed on\./,
    );
    expect(next[2]).toMatch(
      /^Apps are asked in order, and this one is asked after App 1 \(integrations\.github\[0\]\.apps\[0\]\)/,
    );
    expect(next[2]).toContain('allowedInstallationOwners');
    expect(next[3]).toContain(
      `set "Webhook secret" on the page of the App (${htmlUrl}) to the value of events.modules.github.webhookSecret`,
    );
    expect(next.join()).not.toMatch(/in use|at once|older-secret/);
  });

  it('is not said of the first one', async () => {
    scene = await openManaging({ databases });
    const { next } = await create();
    expect(next).toHaveLength(2);
    expect(next.join()).not.toMatch(/asked|one secret/);
  });
});

describe('an App that is shown', () => {
  it.each(['integrations', 'connections'])(
    'comes with the entry for %s, which names the variables and holds none of their values',
    async root => {
      scene = await openManaging({
        databases,
        connections: (host, url) =>
          root === 'connections'
            ? {
                connections: [
                  {
                    type: 'github',
                    host,
                    apiBaseUrl: `${url}/api/v3`,
                    auth: [{ method: 'none' }],
                  },
                ],
              }
            : {},
      });
      const { config, variables, appId, next } = await create('show');
      expect(
        Object.values<string>(variables).filter(
          value => value.length > 10 && config.includes(value),
        ),
      ).toEqual([]);
      const filled = parse(config, (_: unknown, value: unknown) =>
        typeof value === 'string'
          ? value.replace(
              /\$\{(\w+)\}/g,
              (_all, name: string) => variables[name],
            )
          : value,
      );
      const { hosts, problems } = readHosts(filled);
      expect(problems).toEqual([]);
      expect(hosts.find(({ host }) => host === scene.host)).toMatchObject({
        origin: root,
        credentials: [
          {
            kind: 'app',
            appId,
            privateKey: variables.GHE_PRIVATE_KEY,
            clientSecret: variables.GHE_APP_CLIENT_SECRET,
            webhookSecret: variables.GHE_WEBHOOK_SECRET,
          },
        ],
      });
      expect(filled.events.modules.github).toEqual({
        webhookSecret: variables.GHE_WEBHOOK_SECRET,
      });
      expect(next[1]).toContain(
        `No preset that is on reads them: put into your configuration the block of ${root}`,
      );
    },
  );
});
