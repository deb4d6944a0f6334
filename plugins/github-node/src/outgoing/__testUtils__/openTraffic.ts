// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import { createRequestBudget } from '../../budget/createRequestBudget';
import type { GithubCredentials } from '../../credentials/GithubCredentials';
import { createRequestTrace } from '../../trace/createRequestTrace';
import { installOutgoingHooks } from '../installOutgoingHooks';
import { createGithubMatcher } from '../createGithubMatcher';

/** A sandbox whose requests from this process are watched. Mel's token is `token:mel`. */
export async function openTraffic() {
  const sandbox = await startTestSandbox();
  const { host } = new URL(sandbox.url);
  const now = () => new Date();
  const trace = createRequestTrace({ now });
  const budget = createRequestBudget({ now });
  const acquire = jest.spyOn(budget, 'acquire');
  const identify: GithubCredentials['identify'] = ({ authorization = '' }) => {
    const { mel } = sandbox.tokens;
    const basic = Buffer.from(authorization.split(' ')[1] ?? '', 'base64');
    if (authorization.includes(mel) || basic.toString().includes(mel)) {
      return { credentialId: 'token:mel', kind: 'token' };
    }
    return { kind: authorization ? 'unknown' : 'none' };
  };
  const uninstall = installOutgoingHooks({
    isGithub: createGithubMatcher({
      hosts: () => [
        {
          host,
          title: host,
          apiBaseUrl: `${sandbox.url}/api/v3`,
          graphqlUrl: `${sandbox.url}/api/graphql`,
          webUrl: sandbox.url,
          origin: 'integrations',
          configKey: 'integrations.github[0]',
          credentials: [],
        },
      ],
    }),
    trace,
    budget,
    credentials: { identify },
  });
  return {
    sandbox,
    host,
    api: `${sandbox.url}/api/v3`,
    authorization: `Bearer ${sandbox.tokens.mel}`,
    trace,
    budget,
    acquire,
    uninstall,
    /** What the sandbox has seen, oldest first, as `GET /path 200`. */
    seen: () =>
      sandbox.sandbox.requests
        .all()
        .map(
          ({ method, path, status }) =>
            `${method} ${path.split('?')[0]} ${status}`,
        ),
    /** The same of the trace. */
    traced: () =>
      trace
        .list()
        .reverse()
        .map(({ method, path, status }) => `${method} ${path} ${status}`),
    async stop() {
      uninstall();
      await sandbox.stop();
    },
  };
}
