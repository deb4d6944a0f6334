import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  createRootGithubService,
  githubIntegrations,
} from '@callboard/plugin-github-node';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { createGithubActions } from '../actions/createGithubActions';
import {
  createRunningStep,
  type RunningStepOptions,
} from './createRunningStep';

/** All actions, with a sandbox whose organisation `acme` has given its App everything. */
export async function startActions() {
  const sandbox = await startTestSandbox();
  sandbox.app.permissions.repository_hooks = 'write';
  sandbox.installation.permissions.repository_hooks = 'write';
  // Of hours of work here: GitHub takes 80 changes in a minute.
  sandbox.sandbox.limits.enter = () => ({
    outcome: 'entered',
    release: () => undefined,
  });
  const { host } = new URL(sandbox.url);
  const data = {
    integrations: {
      github: [
        {
          host,
          apiBaseUrl: `${sandbox.url}/api/v3`,
          apps: [
            {
              appId: sandbox.app.id,
              clientId: 'Iv1.portal',
              clientSecret: 'portal-secret',
              privateKey: sandbox.privateKey,
            },
          ],
        },
      ],
    },
  };
  const config = mockServices.rootConfig({ data });
  let opened = openActions(config);
  const parent = await fs.mkdtemp(path.join(os.tmpdir(), 'actions-'));
  let count = 0;
  return {
    sandbox,
    host,
    /** Of the portal. */
    config: data,
    /** Forgets what was spent, as a minute does: GitHub takes so many changes in one. */
    renew() {
      opened.close();
      opened = openActions(config);
    },
    actions: () => opened.actions,
    repoUrl: (repo: string) => `${host}?owner=acme&repo=${repo}`,
    /** A step of a run, with files in its workspace. Running it again goes on where it was. */
    async step(
      options: Omit<RunningStepOptions, 'action' | 'workspacePath'> & {
        id: string;
        files?: Record<string, string>;
      },
    ) {
      const { id, files = { 'README.md': '# New\n' }, ...rest } = options;
      count += 1;
      const workspacePath = path.join(parent, String(count));
      await fs.mkdir(workspacePath);
      for (const [name, text] of Object.entries(files)) {
        const file = path.join(workspacePath, name);
        await fs.mkdir(path.dirname(file), { recursive: true });
        await fs.writeFile(file, text);
      }
      const action = opened.actions.get(id)!;
      return createRunningStep({ action, workspacePath, ...rest });
    },
    /** What was asked since a request of the log, each as `POST /orgs/acme/repos 201`. Tokens of the App are left out. */
    asked: (since = 0) =>
      sandbox.sandbox.requests
        .all()
        .filter(request => request.id > since)
        .map(
          ({ method, path: asked, status }) =>
            `${method} ${asked
              .replace('/api/v3', '')
              .replace(/\?.*/, '')} ${status}`,
        )
        .filter(line => !/^\w+ \/(app|installation)(\/| )/.test(line)),
    /** The request that was asked last. */
    last: () => sandbox.sandbox.requests.all().at(-1)?.id ?? 0,
    async stop() {
      opened.close();
      await sandbox.stop();
      await fs.rm(parent, { recursive: true, force: true });
    },
  };
}

function openActions(config: RootConfigService) {
  const root = createRootGithubService({
    config,
    logger: mockServices.logger.mock(),
    now: () => new Date(),
  });
  const github = root.forPlugin('scaffolder');
  const actions = createGithubActions({
    config,
    catalog: catalogServiceMock(),
    integrations: githubIntegrations({
      config,
      hosts: github.credentials.hosts(),
    }),
    github,
    requireScmUserCredentials: false,
    githubCredentialsProvider: github.credentials.provider({
      pluginId: 'scaffolder',
    }),
  });
  return {
    actions: new Map(
      actions.map((action): [string, TemplateAction<any, any, any>] => [
        action.id,
        action,
      ]),
    ),
    close: () => root.close(),
  };
}

export type StartedActions = Awaited<ReturnType<typeof startActions>>;
