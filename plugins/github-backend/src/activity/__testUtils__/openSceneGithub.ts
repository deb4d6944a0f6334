import { mockServices } from '@backstage/backend-test-utils';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import type { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { createRootGithubService } from '@callboard/plugin-github-node';

/** The portal's way to a sandbox: by its App, or by Olivia's classic token. */
export function openSceneGithub(options: {
  sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  token?: boolean;
  logger: Parameters<typeof createRootGithubService>[0]['logger'];
  now: () => Date;
}) {
  const { sandbox, token, logger, now } = options;
  const { host } = new URL(sandbox.url);
  return createRootGithubService({
    config: mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            {
              host,
              apiBaseUrl: `${sandbox.url}/api/v3`,
              ...(token
                ? { token: sandbox.tokens.olivia }
                : {
                    apps: [
                      {
                        appId: sandbox.app.id,
                        clientId: 'Iv1.portal',
                        clientSecret: 'portal-secret',
                        privateKey: sandbox.privateKey,
                      },
                    ],
                  }),
            },
          ],
        },
      },
    }),
    logger,
    now,
  });
}
