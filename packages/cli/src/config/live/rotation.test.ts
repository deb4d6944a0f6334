import fs from 'node:fs';
import path from 'node:path';
import {
  createInspector,
  createMemorySeenCredentials,
} from '@callboard/plugin-connections-backend';
import {
  createRootGithubService,
  fingerprintOf,
  runInScope,
} from '@callboard/plugin-github-node';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { issueToken } from '@callboard/github-sandbox/src/access/issueToken';
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { silentLogger as logger } from '../../doctor/here/silentLogger';
import { createEnvironment } from '../../testing/createEnvironment';
import { shippedRoot } from '../../testing/shippedRoot';
import { inspectPortalConfig } from '../loadPortalConfig';
import { createFindings } from './createFindings';
import { followConfiguration } from './followConfiguration';
import { openLiveConfig } from './openLiveConfig';

jest.setTimeout(60_000);

const closers: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** What a portal of `callboard start` knows: the launcher beside it publishes the configuration anew. */
async function startFollowed(options: { root: string; now: () => Date }) {
  const { root, now } = options;
  const read = async () => {
    const environment = createEnvironment(root, {}, { presets: [] });
    return { environment, portal: await inspectPortalConfig(environment) };
  };
  const first = await read();
  expect(first.portal.problems).toEqual([]);
  const { config, publish } = await openLiveConfig({
    data: first.portal.merged.data,
  });
  const following = followConfiguration({
    read: first,
    readAgain: read,
    publish: ({ merged }) => publish(merged.data),
    findings: createFindings({ warnings: [] }),
    wait: async () => {},
  });
  following.stop();
  const github = createRootGithubService({ config, logger, now });
  closers.push(() => github.close());
  const inspector = createInspector({
    context: {
      ...{ config, github, logger, now, fetch },
      seen: createMemorySeenCredentials({ now }),
    },
  });
  return {
    config,
    github,
    look: async () => {
      await following.look();
      // What is published reaches its readers by way of a stream.
      await new Promise(resolve => setImmediate(resolve));
    },
    async tokenFacts(host: string) {
      const { hosts } = await inspector.inspect();
      return hosts.find(other => other.host === host)!.tokens[0];
    },
  };
}

async function startRotation() {
  const sandbox = await startTestSandbox();
  closers.push(() => sandbox.stop());
  const { host } = new URL(sandbox.url);
  const [old, next] = ['old', 'next'].map(
    () =>
      issueToken({
        sandbox: sandbox.sandbox,
        kind: 'classic',
        values: { userId: sandbox.mel.id, scopes: ['repo'] },
      }).secret,
  );
  const root = shippedRoot({
    'app-config.local.yaml': {
      auth: { providers: { guest: {} } },
      integrations: {
        github: [{ host, apiBaseUrl: `${sandbox.url}/api/v3`, token: old }],
      },
    },
  });
  fs.mkdirSync(path.join(root, 'data', 'connections'), { recursive: true });
  return { sandbox, host, old, next, root };
}

it('still knows the first token, and who uses it, once the second is in the configuration', async () => {
  const { sandbox, host, old, next, root } = await startRotation();
  const time = { now: new Date('2026-11-26T12:00:00Z') };
  const now = () => time.now;
  const portal = await startFollowed({ root, now });
  await portal.github.stored.put({
    kind: 'token',
    host,
    token: next,
    replaces: fingerprintOf(old),
    storedAt: now().toISOString(),
  });
  await portal.look();
  expect(portal.config.get('integrations.github')).toMatchObject([
    { token: next },
  ]);

  const credentialId = `token:${host}:${fingerprintOf(old)}`;
  const authorization = `token ${old}`;
  expect(
    portal.github.credentials.identify({ host, authorization }),
  ).toMatchObject({ kind: 'token', credentialId });
  expect(await portal.tokenFacts(host)).toMatchObject({
    fingerprint: fingerprintOf(next),
    rotation: {
      replaces: fingerprintOf(old),
      rotatedAt: '2026-11-26T12:00:00.000Z',
      oldCanGo: false,
      predecessors: [{ stillUsedBy: [] }],
    },
  });

  // A part of stock Backstage that read its configuration at start.
  time.now = new Date('2026-11-26T12:30:00Z');
  const response = await runInScope({ pluginId: 'todo' }, () =>
    fetch(`${sandbox.url}/api/v3/user`, { headers: { authorization } }),
  );
  expect(response.status).toBe(200);
  await response.text();
  time.now = new Date('2026-11-26T13:10:00Z');
  expect((await portal.tokenFacts(host)).rotation).toMatchObject({
    oldCanGo: false,
    predecessors: [{ stillUsedBy: ['todo'] }],
  });
});

it('tells of the rotation after a restart, too, until the configuration names the second token', async () => {
  const { host, old, next, root } = await startRotation();
  const now = () => new Date('2026-11-26T14:00:00Z');
  const before = await startFollowed({ root, now });
  await before.github.stored.put({
    kind: 'token',
    host,
    token: next,
    replaces: fingerprintOf(old),
    storedAt: '2026-11-26T12:00:00.000Z',
  });

  const after = await startFollowed({ root, now });
  expect(await after.tokenFacts(host)).toMatchObject({
    fingerprint: fingerprintOf(next),
    rotation: { replaces: fingerprintOf(old), oldCanGo: true },
  });
  expect(
    after.github.credentials.identify({ host, authorization: `token ${old}` }),
  ).toMatchObject({ credentialId: `token:${host}:${fingerprintOf(old)}` });
});
