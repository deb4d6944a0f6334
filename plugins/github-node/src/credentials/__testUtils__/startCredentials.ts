import type { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { openStoredCredentials } from '../../stored/openStoredCredentials';
import { changingConfig } from '../../testing/changingConfig';
import { createGithubCredentials } from '../createGithubCredentials';
import type { GithubCredentials } from '../GithubCredentials';

export type StartedCredentials = Awaited<ReturnType<typeof startCredentials>>;

/** A sandbox, and makers of credentials for it whose clock is the sandbox's. */
export async function startCredentials() {
  const sandbox = await startTestSandbox();
  const host = new URL(sandbox.url).host;
  const opened: { close(): void }[] = [];
  const sent: Promise<unknown>[] = [];
  const now = () => sandbox.sandbox.clock.now();

  /** The App of the sandbox as an entry of `integrations.github[].apps`. */
  const app = (more: JsonObject = {}): JsonObject => ({
    appId: sandbox.app.id,
    clientId: 'Iv1.portal',
    clientSecret: 'portal-secret',
    privateKey: sandbox.privateKey,
    ...more,
  });

  const integrations = (entry: JsonObject): JsonObject => ({
    integrations: {
      github: [{ host, apiBaseUrl: `${sandbox.url}/api/v3`, ...entry }],
    },
  });

  const lines = () =>
    sandbox.sandbox.requests
      .all()
      .map(
        ({ method, path, status }) =>
          `${method} ${path
            .replace('/api/v3', '')
            .replace(/\?.*/, '')} ${status}`,
      );

  return {
    sandbox,
    host,
    now,
    app,
    integrations,
    urlOf: (path: string) => `${sandbox.url}/${path}`,
    /** Each as `GET /app/installations 200`. */
    lines,
    minted: () =>
      lines().filter(line => line.endsWith('/access_tokens 201')).length,
    create(
      data: JsonObject,
      more: Partial<Parameters<typeof createGithubCredentials>[0]> & {
        storedFile?: string;
      } = {},
    ) {
      const { storedFile, ...rest } = more;
      const changing = changingConfig(data);
      const logger: LoggerService = mockServices.logger.mock();
      const stored = openStoredCredentials({ logger, now, file: storedFile });
      const credentials = createGithubCredentials({
        config: changing.config,
        stored,
        logger,
        now,
        wait: async () => undefined,
        fetch(...request) {
          const answer = fetch(...request);
          sent.push(answer.catch(() => undefined));
          return answer;
        },
        ...rest,
      });
      opened.push(stored, credentials);
      return { credentials, stored, setConfig: changing.set, logger };
    },
    /** A chain as tests compare it. */
    async stepsFor(
      created: { credentials: GithubCredentials },
      path: string,
      more: { pluginId?: string; fresh?: boolean } = {},
    ) {
      const { steps } = await created.credentials.explain({
        url: `${sandbox.url}/${path}`,
        ...more,
      });
      return steps.map(({ kind, verdict, code, reason, link }) => ({
        step: `${kind} ${verdict} ${code}`,
        reason,
        ...(link && { link }),
      }));
    },
    /** Waits for requests in the background. */
    async settled() {
      for (let seen = -1; seen < sent.length; ) {
        seen = sent.length;
        await Promise.all(sent);
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    },
    async stop() {
      opened.forEach(item => item.close());
      await sandbox.stop();
    },
  };
}
