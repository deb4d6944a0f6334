import { mockServices } from '@backstage/backend-test-utils';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newRepository } from '@callboard/github-sandbox/src/core/records/newRepository';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { createRootGithubService } from '@callboard/plugin-github-node';
import { createGithubRepositories } from '../createGithubRepositories';
import type { Surroundings } from '../graphql/Link';

export type Reading = Awaited<ReturnType<typeof startReading>>;

/** A sandbox with the App `portal` on `acme`, and a reader of its repositories that never waits in real time. */
export async function startReading(
  more: {
    /** Oscar's, for owners who have not installed the App. @defaultValue true */
    hasToken?: boolean;
  } = {},
) {
  const sandbox = await startTestSandbox();
  const host = new URL(sandbox.url).host;
  const logger = mockServices.logger.mock();
  const root = createRootGithubService({
    config: mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            {
              host,
              apiBaseUrl: `${sandbox.url}/api/v3`,
              ...(more.hasToken !== false && { token: sandbox.tokens.oscar }),
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
    logger,
    now: () => sandbox.sandbox.clock.now(),
  });
  const slept: number[] = [];
  const create = (surroundings: Partial<Pick<Surroundings, 'now'>> = {}) =>
    createGithubRepositories({
      github: root.forPlugin('github'),
      logger,
      random: () => 0.5,
      async sleep(ms) {
        slept.push(ms);
      },
      ...surroundings,
    });
  return {
    sandbox,
    host,
    logger,
    slept,
    /** What the portal's own trace has. */
    traced: () => root.trace.list(),
    github: root.forPlugin('github'),
    repositories: create(),
    /** One that has learned nothing yet. */
    create,
    /** A repository, of `acme` unless said otherwise, whose default branch has these files. */
    add: (
      name: string,
      files: NonNullable<Parameters<typeof startTestSandbox>[0]>['files'] &
        object,
      values: Parameters<typeof newRepository>[0]['values'] = {},
      owner: Parameters<
        typeof newRepository
      >[0]['owner'] = sandbox.organisation,
    ) =>
      newRepository({
        sandbox: sandbox.sandbox,
        owner,
        name,
        values,
        seed: async () => ({
          defaultBranch: values.defaultBranch ?? 'main',
          commits: [
            {
              id: 'first',
              message: 'First commit',
              author: {
                name: 'Olivia',
                email: 'olivia@acme.example',
                date: new Date('2026-01-01T12:00:00Z'),
              },
              files,
            },
          ],
        }),
      }),
    /** Requests since the last call of this, as `POST graphql 200`, without those for tokens. */
    asked: (() => {
      let seen = 0;
      return () => {
        const all = sandbox.sandbox.requests.all();
        const since = all.slice(seen);
        seen = all.length;
        return since
          .filter(({ path }) => !/\/app(\/|$)/.test(path))
          .map(
            ({ method, path, status }) =>
              `${method} ${path.replace(/^\/api\/(v3\/)?/, '')} ${status}`,
          );
      };
    })(),
    async stop() {
      root.close();
      await sandbox.stop();
    },
  };
}
