import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { createRootGithubService } from '@callboard/plugin-github-node';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { issueToken } from '@callboard/github-sandbox/src/access/issueToken';
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
/* eslint-enable @backstage/no-forbidden-package-imports */
import type { InspectionContext } from '../../inspection/InspectionContext';
import { createMemorySeenCredentials } from '../../seen/createMemorySeenCredentials';

type IssuedToken = NonNullable<Parameters<typeof issueToken>[0]['values']>;

/** A sandbox, and portals that are connected to it. What is opened is closed by `stop`. */
export async function startInspections() {
  const sandbox = await startTestSandbox();
  const { host } = new URL(sandbox.url);
  const closers: (() => void)[] = [];
  return {
    sandbox,
    host,
    /** The sandbox's App as `integrations.github[].apps` has it. */
    app: (more: JsonObject = {}): JsonObject => ({
      appId: sandbox.app.id,
      clientId: 'Iv1.portal',
      clientSecret: 'portal-secret',
      privateKey: sandbox.privateKey,
      webhookSecret: 'hook-secret',
      ...more,
    }),
    /** A token of a person. */
    token: (values: IssuedToken, kind: 'classic' | 'fineGrained' = 'classic') =>
      issueToken({ sandbox: sandbox.sandbox, kind, values }).secret,
    /** What a running portal with one integration, and anything else in its configuration, knows. Without the tabs of repositories. */
    open(
      entry: JsonObject,
      more: { config?: JsonObject; now?: () => Date } = {},
    ): InspectionContext {
      const { now = () => sandbox.sandbox.clock.now() } = more;
      const logger = mockServices.logger.mock();
      const config = mockServices.rootConfig({
        data: {
          backend: { baseUrl: 'https://portal.example.com' },
          integrations: {
            github: [{ host, apiBaseUrl: `${sandbox.url}/api/v3`, ...entry }],
          },
          callboard: { github: { activity: { enabled: false } } },
          ...more.config,
        },
      });
      const github = createRootGithubService({ config, logger, now });
      closers.push(() => github.close());
      return {
        ...{ config, github, logger, now, fetch },
        seen: createMemorySeenCredentials({ now }),
      };
    },
    async stop() {
      closers.forEach(close => close());
      await sandbox.stop();
    },
  };
}
