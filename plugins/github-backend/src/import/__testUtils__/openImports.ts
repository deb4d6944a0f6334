import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createRootGithubService } from '@callboard/plugin-github-node';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { newRepository } from '@callboard/github-sandbox/src/core/records/newRepository';
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
/* eslint-enable @backstage/no-forbidden-package-imports */
import express from 'express';
import type { Knex } from 'knex';
import { Octokit } from 'octokit';
import request from 'supertest';
import { readGithubSettings } from '../../config/readGithubSettings';
import { createGithubRepositories } from '../../github/createGithubRepositories';
import type { MirrorView } from '../../store/MirrorView';
import type { ApplyItem } from '../apply/ApplyItem';
import { createProposal } from '../apply/createProposal';
import { createRegister } from '../apply/createRegister';
import { createImportRouter } from '../createImportRouter';
import { createImports } from '../createImports';
import { createImportWork } from '../createImportWork';
import { importMigration } from '../importMigration';
import { createInfer } from '../plan/createInfer';
import { planImport } from '../plan/planImport';
import { createImportStore } from '../store/createImportStore';
import type { TestRepository } from './organisation147';

/** What the sandbox's own repositories are besides. */
const OWN = ['shop', 'vault', 'empty'];

/** Of a mirror that has read nothing. */
const EMPTY_VIEW: MirrorView = {
  repositoryAt: async () => undefined,
  repositoriesOf: async () => [],
  isMirrored: async () => false,
  filesAt: async () => ({ state: 'unknown' }),
};

/** An organisation at a sandbox, and portals that import it. Nothing waits for the pace that the budget sets changes. */
export async function openImports(options: {
  knex: Knex;
  repositories: TestRepository[];
  /** Speak to GitHub through the shared budget. */
  withBudget?: boolean;
}) {
  const { knex, repositories, withBudget = false } = options;
  const sandbox = await startTestSandbox();
  const { organisation: acme } = sandbox;
  const { state, clock } = sandbox.sandbox;
  const author = {
    name: 'Olivia',
    email: 'olivia@acme.example',
    date: new Date('2026-01-01T12:00:00Z'),
  };
  for (const { name, files, archived = false, fork = false } of repositories) {
    newRepository({
      sandbox: sandbox.sandbox,
      owner: acme,
      name,
      values: { archived, parentId: fork ? sandbox.shop.id : null },
      ...(files && {
        seed: async () => ({
          defaultBranch: 'main',
          commits: [{ id: 'first', message: 'First', author, files }],
        }),
      }),
    });
  }
  for (const name of OWN) {
    const own = state.repositories
      .all()
      .find(one => one.ownerId === acme.id && one.name === name)!;
    state.repositories.remove(own);
  }
  const { host } = new URL(sandbox.url);
  const logger = mockServices.logger.mock();
  const config = mockServices.rootConfig({
    data: {
      integrations: {
        github: [
          {
            host,
            apiBaseUrl: `${sandbox.url}/api/v3`,
            token: sandbox.tokens.olivia,
          },
        ],
      },
    },
  });
  const now = () => clock.now();
  const github = createRootGithubService({ config, logger, now });
  const forPlugin = github.forPlugin('github');
  const settings = readGithubSettings({ config });
  if (!(await knex.schema.hasTable('import_runs'))) {
    await importMigration.up(knex);
  }

  const registered: string[] = [];
  const catalog = {
    addLocation: jest.fn(async ({ target }: { target: string }) => {
      if (registered.includes(target)) {
        throw new ConflictError(`Location url:${target} already exists`);
      }
      registered.push(target);
      return { location: { id: '1', type: 'url', target }, entities: [] };
    }),
  };
  const newOctokit = () =>
    new Octokit({
      auth: sandbox.tokens.olivia,
      baseUrl: `${sandbox.url}/api/v3`,
      throttle: { enabled: false },
      retry: { enabled: false },
    });
  const plain = newOctokit();
  const audit: object[] = [];
  const auditor = mockServices.auditor.mock({
    async createEvent({ eventId, meta }) {
      const tell = (outcome: string) => async () => {
        audit.push({ eventId, meta, outcome });
      };
      return { success: tell('success'), fail: tell('failure') };
    },
  });

  /** A process of the portal; several share the database. */
  function startPortal(
    more: {
      owner?: string;
      inferred?: Map<string, string>;
      /** What a plan waits for. */
      beforePlan?: () => Promise<void>;
      /** What happens once GitHub has made a branch; how many that were. */
      afterBranch?: (count: number) => Promise<void>;
      /** Around what applies an item. */
      wrap?: (apply: ApplyItem) => ApplyItem;
    } = {},
  ) {
    const {
      owner = 'portal-1',
      inferred = new Map(),
      beforePlan = async () => {},
      afterBranch = async () => {},
      wrap = apply => apply,
    } = more;
    const store = createImportStore({ knex, now });
    const octokit = newOctokit();
    let branches = 0;
    octokit.hook.after('request', async (_answer, { method, url }) => {
      if (method !== 'POST' || !url.endsWith('/git/refs')) return;
      branches += 1;
      await afterBranch(branches);
    });
    const work = createImportWork({
      ...{ store, owner, logger, now },
      plan: async ({ run, onProgress }) => {
        await beforePlan();
        return planImport({
          ...{ ...run, settings, onProgress },
          view: EMPTY_VIEW,
          infer: createInfer({ settings }),
          github: createGithubRepositories({
            ...{ github: forPlugin, logger, random: () => 0.5 },
          }),
          inferredRefs: async () => inferred,
          takenRefs: async () => new Map(),
        });
      },
      apply: {
        register: wrap(
          createRegister({
            auth: mockServices.auth(),
            catalog: catalog as unknown as Parameters<
              typeof createRegister
            >[0]['catalog'],
            view: () => ({ repositoryAt: async () => ({} as never) }),
          }),
        ),
        'pull-request': wrap(
          createProposal({
            github: withBudget ? forPlugin : { client: async () => octokit },
            settings,
            portalUrl: 'https://portal.acme.example',
            portalTitle: 'Callboard',
          }),
        ),
      },
    });
    const imports = createImports({
      ...{ store, work },
      hosts: () => github.credentials.hosts(),
      isMirrored: async () => false,
    });
    const app = express();
    app.use(
      createImportRouter({
        ...{ imports, auditor },
        httpAuth: mockServices.httpAuth({
          pluginId: 'github',
          defaultCredentials: mockCredentials.none(),
        }),
        permissions: mockServices.permissions.mock({
          authorize: async (asked, { credentials }: any) =>
            asked.map(() => ({
              result:
                credentials.principal.userEntityRef === 'user:default/olivia'
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            })),
        }),
      }),
      MiddlewareFactory.create({ config, logger }).error(),
    );
    return {
      ...{ store, work, imports },
      /** Plans, and waits for it. */
      async planned() {
        const { id } = await imports.plan({
          ...{ organisation: 'acme', by: 'user:default/olivia' },
        });
        await work.idle();
        return imports.get({ id });
      },
      /** Asks a route, `GET /imports`, as a person; a text is sent as it is, as JSON. */
      async ask(
        route: string,
        more2: { body?: object | string; as?: string | null } = {},
      ) {
        const [method, path] = route.split(' ');
        const { body, as = 'olivia' } = more2;
        const asked = request(app)[method === 'GET' ? 'get' : 'post'](path);
        if (as !== null) {
          asked.set(
            'authorization',
            mockCredentials.user.header(`user:default/${as}`),
          );
        }
        if (typeof body === 'string') asked.type('json');
        const answer = await (body ? asked.send(body) : asked);
        return { status: answer.status, body: answer.body };
      },
    };
  }

  return {
    ...{ sandbox, host, audit, registered, catalog, now, startPortal },
    /** The pull requests of the organisation, as GitHub has them. */
    async pulls(name: string) {
      const { data } = await plain.rest.pulls.list({
        ...{ owner: 'acme', repo: name, state: 'all' },
      });
      return data;
    },
    octokit: plain,
    /** As if the time of all leases were over. */
    async endLeases() {
      await knex('import_runs')
        .whereNotNull('lease_until')
        .update({ lease_until: 0 });
    },
    async stop() {
      github.close();
      await sandbox.stop();
    },
  };
}
