import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from 'octokit';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { readOpenApi } from '@callboard/github-sandbox/src/testing/published/readOpenApi';
import { stopCleanly } from '@callboard/github-sandbox/src/testing/stopCleanly';
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { appRequests } from './requests/appRequests';
import { automationRequests } from './requests/automationRequests';
import { contentRequests } from './requests/contentRequests';
import { gitRequests } from './requests/gitRequests';
import type { Callers, Found } from './requests/GitHubRequest';
import { issueRequests } from './requests/issueRequests';
import { peopleRequests } from './requests/peopleRequests';
import { pullRequests } from './requests/pullRequests';
import { repositoryRequests } from './requests/repositoryRequests';
import { settingRequests } from './requests/settingRequests';

jest.setTimeout(120_000);

/** Of refusals the description leaves out many, and where it has two schemas, GitHub's own texts fit both. */
const UNTOLD = /has no answer with status|must match exactly one schema/;

const AREAS = {
  'users, organisations and teams': peopleRequests,
  'Apps and limits': appRequests,
  'files, commits and git': [...contentRequests, ...gitRequests],
  repositories: [...repositoryRequests, ...settingRequests],
  'issues, pull requests and checks': [...issueRequests, ...pullRequests],
  'workflows, webhooks and alerts': automationRequests,
};

it('asks at least 150 questions', () => {
  expect(Object.values(AREAS).flat().length).toBeGreaterThanOrEqual(150);
});

describe.each(['', '/api/v3'])('Octokit at the root %s', root => {
  let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  let openApi: Awaited<ReturnType<typeof readOpenApi>>;
  let callers: Callers;
  /** Differences of answers from GitHub's description, since the last look. */
  let differences: string[] = [];

  function octokit(auth: Record<string, unknown> = {}): Octokit {
    const created = new Octokit({
      baseUrl: `${sandbox.url}${root}`,
      throttle: { enabled: false },
      retry: { enabled: false },
      log: { debug() {}, info() {}, warn() {}, error() {} },
      ...auth,
    });
    created.hook.wrap('request', async (request, options) => {
      const compare = (status: number, body: unknown) => {
        const route = `${options.method} ${options.url}`;
        const isJson =
          typeof body === 'object' && !(body instanceof ArrayBuffer);
        // 304 and plain texts have no shape.
        if (!isJson || status === 304 || status >= 500) return;
        const isRefusal = [401, 403, 404, 409, 422].includes(status);
        const found = openApi.checkAnswer({ route, status, body });
        const told = found.filter(text => !(isRefusal && UNTOLD.test(text)));
        differences.push(...told.map(text => `${route}: ${text}`));
      };
      try {
        const answer = await request(options);
        compare(answer.status, answer.data);
        return answer;
      } catch (error: any) {
        if (error.response) compare(error.status, error.response.data);
        throw error;
      }
    });
    return created;
  }

  beforeAll(async () => {
    [sandbox, openApi] = await Promise.all([startTestSandbox(), readOpenApi()]);
    const { tokens } = sandbox;
    const credentials = {
      appId: sandbox.app.id,
      privateKey: sandbox.privateKey,
    };
    callers = {
      olivia: octokit({ auth: tokens.olivia }),
      mel: octokit({ auth: tokens.mel }),
      oscar: octokit({ auth: tokens.oscar }),
      nobody: octokit(),
      app: octokit({ authStrategy: createAppAuth, auth: credentials }),
      installation: octokit({
        authStrategy: createAppAuth,
        auth: { ...credentials, installationId: sandbox.installation.id },
      }),
    };
    // Nobody's sixty requests an hour are tested elsewhere.
    const { take } = sandbox.sandbox.limits;
    sandbox.sandbox.limits.take = options => take({ ...options, limit: 5000 });
  });
  afterAll(() => stopCleanly(sandbox));

  describe.each(Object.entries(AREAS))('%s', (_, requests) => {
    const found: Found = {};
    it.each(requests.map(request => [request.name, request] as const))(
      '%s',
      async (__, { send, status = 200, check }) => {
        differences = [];
        const answer = await send(callers, found).catch(error => {
          if (!error.response) throw error;
          return error.response;
        });
        expect({ status: answer.status, data: answer.data }).toEqual({
          status,
          data: answer.data,
        });
        check?.(answer, found);
        expect(differences).toEqual([]);
      },
    );
  });
});
