import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { createRootGithubService } from './createRootGithubService';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let folder: string;
const closes: (() => void)[] = [];

beforeAll(async () => {
  sandbox = await startTestSandbox();
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'github-service-'));
});
afterEach(() => closes.splice(0).forEach(close => close()));
afterAll(async () => {
  await sandbox.stop();
  await fs.rm(folder, { recursive: true });
});

function open(github: object = {}) {
  const service = createRootGithubService({
    config: mockServices.rootConfig({
      data: {
        callboard: { github },
        integrations: {
          github: [
            {
              host: new URL(sandbox.url).host,
              apiBaseUrl: `${sandbox.url}/api/v3`,
              apps: [
                {
                  appId: sandbox.app.id,
                  privateKey: sandbox.privateKey,
                  clientId: sandbox.app.clientId,
                  clientSecret: 'portal-secret',
                },
              ],
            },
          ],
        },
      } as any,
    }),
    logger: mockServices.logger.mock(),
    now: () => new Date(),
  });
  closes.push(service.close);
  return service;
}

it('works without a backend, for a plugin of any name', async () => {
  const service = open();
  const github = service.forPlugin('doctor');
  const { rest } = await github.client({ url: `${sandbox.url}/acme` });
  const { data } = await rest.repos.get({ owner: 'acme', repo: 'vault' });
  expect(data.private).toBe(true);
  expect(service.trace.list()[0]).toMatchObject({
    plugin: 'doctor',
    via: 'client',
    credentialKind: 'app',
    owner: 'acme',
    repository: 'vault',
    status: 200,
  });
  expect(service.budget.state()).toContainEqual(
    expect.objectContaining({ resource: 'core', limit: 5_000, reserve: 500 }),
  );
});

it('keeps what the configuration says for people, and credentials where it says', async () => {
  const file = path.join(folder, 'credentials.json');
  const service = open({ storedCredentials: file, budget: { reserve: 0.5 } });
  expect(service.stored.file).toBe(file);
  const { rest } = await service
    .forPlugin('doctor')
    .client({ url: `${sandbox.url}/acme` });
  await rest.repos.get({ owner: 'acme', repo: 'vault' });
  expect(service.budget.state()).toContainEqual(
    expect.objectContaining({ resource: 'core', reserve: 2_500 }),
  );
});

it('sees requests until it is closed', async () => {
  const [first, second] = [open(), open()];
  await fetch(`${sandbox.url}/api/v3/zen`);
  first.close();
  await fetch(`${sandbox.url}/api/v3/zen`);
  expect(first.trace.list()).toHaveLength(1);
  expect(second.trace.list()).toHaveLength(2);
});
