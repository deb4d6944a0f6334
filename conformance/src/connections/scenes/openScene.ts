import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { issueToken } from '@callboard/github-sandbox/src/access/issueToken';
import { connectPortal } from '@callboard/github-sandbox/src/portal/connectPortal';
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { changingConfig } from '@callboard/plugin-github-node/src/testing/changingConfig';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this is a suite of tests of it
import {
  answerServe,
  createInspector,
  createMemorySeenCredentials,
} from '@callboard/plugin-connections-backend';
import type { CheckResult } from '@callboard/plugin-connections-common';
import { createRootGithubService } from '@callboard/plugin-github-node';
import { component } from '../../github/stock/component';
import type { PortalShape } from '../Scenario';
import { createCredentials } from './createCredentials';
import { grantWhatIsNeeded } from './grantWhatIsNeeded';
import { merged } from './merged';
import { sceneConfig } from './sceneConfig';
import { startReceiver } from './startReceiver';

export type Scene = Awaited<ReturnType<typeof openScene>>;

/**
 * A portal's connections in this process, to a GitHub of its own: the organisation acme with an App or a token of the portal, in which all
 * is right until a scenario breaks it. All clocks are the sandbox's.
 */
export async function openScene(shape: PortalShape = {}) {
  const files = {
    'README.md': '# Acme\n',
    'catalog-info.yaml': component('thing'),
  };
  const sandbox = await startTestSandbox({ files });
  const receiver = await startReceiver();
  const data = await mkdtemp(join(tmpdir(), 'callboard-scene-'));
  const { sandbox: github, organisation, olivia, url } = sandbox;
  const credentials = createCredentials();
  connectPortal({
    sandbox: github,
    organisation,
    credentials,
    portalUrl: receiver.url,
  });
  const app = github.state.apps.get(credentials.app.id)!;
  const installation = github.state.installations.by('app', app.id)[0];
  /** A token of olivia, who owns acme. */
  const issue = (values: Parameters<typeof issueToken>[0]['values'] = {}) =>
    issueToken({
      sandbox: github,
      kind: 'classic',
      values: { userId: olivia.id, ...values },
    });
  const token = shape.tokenScopes && issue({ scopes: shape.tokenScopes });

  const settings = changingConfig(
    merged(
      sceneConfig({
        url,
        portalUrl: receiver.url,
        credentials,
        data,
        hasApp: shape.app ?? true,
        token: token?.secret,
      }),
      shape.config ?? {},
    ),
  );
  const machine = { skewMs: 0 };
  const now = () => new Date(github.clock.now().getTime() + machine.skewMs);
  const catalog = {
    entities: 3,
    failing: 0,
    failures: [] as { ref: string; message: string }[],
  };
  const { config } = settings;
  const logger = mockServices.logger.mock();
  const context = {
    config,
    github: createRootGithubService({ config, logger, now }),
    logger,
    now,
    fetch,
    seen: createMemorySeenCredentials({ now }),
    catalog: { counts: async () => catalog },
    ...(shape.receiver === 'stock' && {
      mirror: { status: async () => ({ state: 'absent' as const }) },
    }),
  };
  const inspector = createInspector({ context });
  /** Lays changes over the portal's configuration, which it notices as it would those of a file. */
  const configure = (changes: JsonObject) =>
    settings.set(merged(settings.data(), changes));
  /** The configuration's one integration with GitHub. */
  const integration = () =>
    (settings.data().integrations as { github: JsonObject[] }).github[0];
  /** Something happens in acme, of which GitHub tells the portal. */
  const happen = async () => {
    await sandbox.call('POST /repos/acme/shop/issues', {
      as: 'olivia',
      body: { title: 'Something' },
    });
    await github.settled();
  };

  await grantWhatIsNeeded({ inspector, app, installation });
  await happen();
  return {
    sandbox,
    /** The sandbox's inside: state, clock, faults. */
    github,
    host: new URL(url).host,
    organisation,
    receiver,
    credentials,
    app,
    installation,
    /** The token that the portal is configured with, where it is. */
    token,
    issue,
    /** This machine: `skewMs` is how much its clock is ahead of GitHub's. */
    machine,
    /** What the catalog says of itself. */
    catalog,
    configure,
    integration,
    configureGithub: (changes: JsonObject) =>
      configure({
        integrations: { github: [{ ...integration(), ...changes }] },
      }),
    /** Runs the checks and resolves to what they found. */
    async inspect(): Promise<CheckResult[]> {
      const { checks } = await inspector.inspect({ asked: true });
      return checks;
    },
    /** A plugin asks GitHub for something of an owner's. */
    async readAs(options: { pluginId: string; owner: string }) {
      const { pluginId, owner } = options;
      const client = await context.github
        .forPlugin(pluginId)
        .client({ url: `${url}/${owner}/shop` });
      await client.request('GET /repos/{owner}/{repo}', {
        owner,
        repo: 'shop',
      });
    },
    serve: (target: string) => answerServe({ context, url: target }),
    happen,
    async stop() {
      context.github.close();
      await sandbox.stop();
      await receiver.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
