import { mockServices } from '@backstage/backend-test-utils';
import { createRootGithubService } from '@callboard/plugin-github-node';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { appTitle } from './appTitle';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
const closing: (() => void)[] = [];
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => closing.splice(0).forEach(close => close()));
afterAll(() => sandbox.stop());

/** The titles of the sandbox's App, asked one after the other, and how often GitHub was asked for its name. */
async function titles(options: { app?: object; isStored?: boolean } = {}) {
  const { host, origin } = new URL(sandbox.url);
  const { id: appId } = sandbox.app;
  const keys = {
    ...{ appId, clientId: 'Iv1.portal', clientSecret: 'portal-secret' },
    privateKey: sandbox.privateKey,
  };
  const root = createRootGithubService({
    config: mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            {
              host,
              apiBaseUrl: `${origin}/api/v3`,
              ...(!options.isStored && { apps: [{ ...keys, ...options.app }] }),
            },
          ],
        },
      },
    }),
    logger: mockServices.logger.mock(),
    now: () => new Date(),
  });
  closing.push(() => root.close());
  if (options.isStored) {
    await root.stored.put({
      ...{ kind: 'app', host, ...keys },
      ...{ slug: 'made-here', name: 'Made here' },
      htmlUrl: `${origin}/apps/made-here`,
      storedAt: new Date().toISOString(),
    });
  }
  const github = root.forPlugin('scaffolder');
  const [{ id, title }] = github.credentials.hosts()[0].credentials;
  const before = sandbox.sandbox.requests.all().at(-1)?.id ?? 0;
  const ask = () =>
    appTitle({
      ...{ github, title, credentialId: id },
      url: `${sandbox.url}/acme`,
    });
  const told = [await ask(), await ask()];
  const asked = sandbox.sandbox.requests
    .all()
    .filter(each => each.id > before && /\/app$/.test(each.path)).length;
  return { told, asked };
}

it('is the name that GitHub has, which is asked once', async () => {
  const { id, name } = sandbox.app;
  const title = `${name} (App ${id})`;
  expect(await titles()).toEqual({ told: [title, title], asked: 1 });
});

it('is the name with which the portal made it, without asking', async () => {
  const title = `Made here (App ${sandbox.app.id})`;
  expect(await titles({ isStored: true })).toEqual({
    told: [title, title],
    asked: 0,
  });
});

it('is its number where GitHub does not tell, and it is asked again', async () => {
  const told = await titles({ app: { appId: 4711 } });
  expect(told).toEqual({ told: ['App 4711', 'App 4711'], asked: 2 });
});
