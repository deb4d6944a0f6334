import { generateKeyPairSync } from 'node:crypto';
import type { SchedulerServiceTaskInvocationDefinition } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { issueToken } from '@callboard/github-sandbox/src/access/issueToken';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newInstallation } from '@callboard/github-sandbox/src/core/records/newInstallation';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newOrganisation } from '@callboard/github-sandbox/src/core/records/newOrganisation';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newTeam } from '@callboard/github-sandbox/src/core/records/newTeam';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newUser } from '@callboard/github-sandbox/src/core/records/newUser';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { buildPayload } from '@callboard/github-sandbox/src/hooks/payloads/buildPayload';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { createRootGithubService } from '@callboard/plugin-github-node';
import knexFactory, { type Knex } from 'knex';
import { createCatalogLink } from '../../catalog/createCatalogLink';
import type { GithubSettings, PeopleSource } from '../../config/GithubSettings';
import type { PeopleEvent } from '../events/PeopleEvent';
import { peopleFingerprintsMigration } from '../peopleFingerprintsMigration';
import { peopleMigration } from '../peopleMigration';
import { startPeople } from '../startPeople';
import type { GivenTransforms } from '../transforms/peopleTransformsRef';
import { recordConnection } from './recordConnection';

export type OpenPeople = Awaited<ReturnType<typeof openPeople>>;

/** A key that is none of the App's. */
const strangeKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs1',
    format: 'pem',
  }) as string;

/** A sandbox whose App `portal` is on `acme`, and what it takes to mirror its people with time and runs in the test's hands. */
export async function openPeople() {
  const sandbox = await startTestSandbox();
  const { sandbox: core } = sandbox;
  const host = new URL(sandbox.url).host;
  const logger = mockServices.logger.mock();
  const closes: (() => void)[] = [];
  const databases: Knex[] = [];
  const heard: PeopleEvent[] = [];
  core.events.on(async event => {
    const payload = await buildPayload({ sandbox: core, event });
    heard.push({ host, name: event.name, payload });
  });
  let time = Date.parse('2026-02-01T00:00:00Z');

  const app = (privateKey = sandbox.privateKey) => ({
    apps: [
      {
        appId: sandbox.app.id,
        clientId: 'Iv1.portal',
        clientSecret: 'portal-secret',
        privateKey,
      },
    ],
  });
  const integrations = (credentials: object) => ({
    integrations: {
      github: [{ host, apiBaseUrl: `${sandbox.url}/api/v3`, ...credentials }],
    },
  });

  /** How the portal talks to GitHub: as the App where nothing else is said. */
  function connect(credentials: object = app()) {
    const root = createRootGithubService({
      config: mockServices.rootConfig({ data: integrations(credentials) }),
      logger,
      now: () => core.clock.now(),
    });
    closes.push(root.close);
    return root.forPlugin('github');
  }

  async function database() {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    databases.push(knex);
    await peopleMigration.up(knex);
    await peopleFingerprintsMigration.up(knex);
    return knex;
  }

  return {
    ...{ sandbox, host, logger, app, connect, database, strangeKey },
    rootConfig: (credentials: object = app()) =>
      mockServices.rootConfig({ data: integrations(credentials) }),
    /** A classic token of olivia's. */
    token: (scopes: string[]) =>
      issueToken({
        ...{ sandbox: core, kind: 'classic' },
        values: { userId: sandbox.olivia.id, scopes },
      }).secret,
    advance(ms: number) {
      time += ms;
    },
    source: (more: Partial<PeopleSource> = {}): PeopleSource => ({
      id: 'default',
      providerName: `GithubMultiOrgEntityProvider:${more.id ?? 'default'}`,
      githubUrl: sandbox.url,
      host,
      orgs: ['acme'],
      schedule: { frequency: { hours: 1 }, timeout: { minutes: 5 } },
      excludeSuspendedUsers: false,
      useVerifiedEmails: false,
      outsideCollaborators: false,
      pageSizes: {},
      alwaysUseDefaultNamespace: true,
      ...more,
    }),
    /** People of acme: `person-0` and so on. */
    addPeople(count: number, organisation = sandbox.organisation) {
      return Array.from({ length: count }, (_, index) => {
        const user = newUser({
          sandbox: core,
          login: `person-${index}`,
          values: { name: `Person ${index}` },
        });
        organisation.members.push({
          ...{ userId: user.id, role: 'member', state: 'active', public: true },
        });
        return user;
      });
    },
    addTeam(
      name: string,
      values: Parameters<typeof newTeam>[0]['values'] & {
        people?: { id: number }[];
      } = {},
      organisation = sandbox.organisation,
    ) {
      const { people = [], ...more } = values;
      return newTeam({
        ...{ sandbox: core, organisation, name },
        values: {
          members: people.map(({ id: userId }) => ({
            ...{ userId, role: 'member', state: 'active' },
          })),
          ...more,
        },
      });
    },
    addOrganisation(login: string, people: { id: number }[]) {
      const organisation = newOrganisation({
        ...{ sandbox: core, login },
        values: {
          members: people.map(({ id: userId }) => ({
            ...{ userId, role: 'member', state: 'active', public: true },
          })),
        },
      });
      newInstallation({
        sandbox: core,
        app: sandbox.app,
        account: organisation,
      });
      return organisation;
    },
    /** One portal. `runs` are the scheduled tasks, in the order of the sources. */
    async start(options: {
      sources: PeopleSource[];
      knex?: Knex;
      credentials?: object;
      transforms?: GivenTransforms;
      guard?: GithubSettings['guard'];
      catalog?: ReturnType<typeof recordConnection>;
    }) {
      const { sources, transforms = {} } = options;
      const { guard = { share: 0.2, count: 10 } } = options;
      const knex = options.knex ?? (await database());
      const link = createCatalogLink();
      const catalog = options.catalog ?? recordConnection();
      sources.forEach(({ providerName }) =>
        link.connected({ providerName, connection: catalog.connection }),
      );
      const tasks: SchedulerServiceTaskInvocationDefinition[] = [];
      const people = await startPeople({
        settings: {
          ...{ people: sources, guard, strategy: 'incremental' },
          peopleReading: { fullEveryMs: 3_600_000 },
        },
        github: connect(options.credentials),
        ...{ link, knex, transforms, logger },
        scheduler: mockServices.scheduler.mock({
          scheduleTask: async task => {
            tasks.push(task);
          },
        }),
        now: () => new Date((time += 1)),
      });
      await people.settled();
      return {
        ...{ people, catalog, knex },
        async run() {
          for (const { fn } of tasks) {
            await fn(new AbortController().signal);
          }
        },
        /** Follows what the sandbox has told since the last time. */
        async hear() {
          await core.settled();
          await Promise.all(heard.splice(0).map(people.onEvent));
          await people.settled();
        },
      };
    },
    /** Requests since the last call of this, as `POST /graphql 200`, without those that find and make tokens. */
    asked: (() => {
      let seen = 0;
      return () => {
        const since = core.requests.all().filter(({ id }) => id > seen);
        seen = core.requests.all().at(-1)?.id ?? seen;
        return since
          .filter(({ path }) => !/^\/api\/v3\/app(\/|$)/.test(path))
          .map(({ route, status }) => `${route} ${status}`);
      };
    })(),
    async stop() {
      closes.forEach(close => close());
      await Promise.all(databases.map(knex => knex.destroy()));
      await sandbox.stop();
    },
  };
}
