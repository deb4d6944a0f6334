import { mockServices } from '@backstage/backend-test-utils';
import { createRootGithubService } from '@callboard/plugin-github-node';
// eslint-disable-next-line @backstage/no-forbidden-package-imports, import/no-relative-packages -- for tests only, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { explainFailure } from '../causes/explainFailure';
import { noteGithubCause } from '../causes/noteGithubCause';
import { grantCalls } from './grantCalls';

let scene: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  scene = await open();
});
afterAll(() => scene.stop());

async function open() {
  const sandbox = await startTestSandbox();
  delete sandbox.app.permissions.administration;
  delete sandbox.installation.permissions.administration;
  const { host } = new URL(sandbox.url);
  const root = createRootGithubService({
    config: mockServices.rootConfig({
      data: {
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
      },
    }),
    logger: mockServices.logger.mock(),
    now: () => new Date(),
  });
  return {
    url: sandbox.url,
    api: `${sandbox.url}/api/v3`,
    github: root.forPlugin('scaffolder'),
    requests: () => sandbox.sandbox.requests.all(),
    async stop() {
      root.credentials.close();
      await sandbox.stop();
    },
  };
}

it('tells of planned calls whether the App that would serve has the permission', async () => {
  const { api, url, github, requests } = scene;
  const call = (stepId: string, to: string, name: string, access: string) => ({
    ...{ stepId, method: 'POST', url: to },
    permission: { name, access, title: name },
  });
  const calls = await grantCalls({
    github,
    withToken: new Set(['own']),
    calls: [
      call('publish', `${api}/orgs/acme/repos`, 'administration', 'write'),
      call('publish', `${api}/repos/acme/new/issues`, 'issues', 'write'),
      call('publish', `${url}/acme/new.git`, 'contents', 'write'),
      call('own', `${api}/repos/acme/new/issues`, 'issues', 'write'),
      call('other', 'https://elsewhere.test/repos/a/b', 'issues', 'write'),
      { stepId: 'none', method: 'GET', url: `${api}/users/acme` },
    ],
  });
  expect(calls.map(({ granted }) => granted)).toEqual([
    false,
    true,
    true,
    undefined,
    undefined,
    undefined,
  ]);
  const asked = requests().filter(({ path }) =>
    /\/app\/installations\/\d+$/.test(path),
  );
  expect(asked).toHaveLength(1);
});

it('names the permission that a refused call lacked, with the page on which it is granted', async () => {
  const { github, url } = scene;
  const client = await github.client({ url: `${url}/acme` });
  const refused: Error = await client
    .request('POST /orgs/{org}/repos', { org: 'acme', name: 'new' })
    .then(
      () => new Error('was not refused'),
      error => error,
    );
  const wrapped = new Error(`Failed to create: ${refused.message}`, {
    cause: refused,
  });
  await noteGithubCause({ github, error: wrapped, action: 'publish:github' });
  // The page of the run gets no more of it than stock hands on.
  const cause = explainFailure({ message: wrapped.stack });
  expect(cause).toMatchObject({
    code: 'permission-missing',
    permission: 'Administration: write',
    title: expect.stringContaining('"Administration: write"'),
    remedy: expect.stringContaining('an owner of acme'),
    link: expect.stringMatching(/\/permissions$/),
    linkTitle: 'Permissions of the App',
  });
});
