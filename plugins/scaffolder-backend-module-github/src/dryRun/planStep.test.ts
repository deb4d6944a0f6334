import { collectPlan } from '@callboard/plugin-scaffolder-backend-module-runs';
import {
  startActions,
  type StartedActions,
} from '../__testUtils__/startActions';

let started: StartedActions;
beforeAll(async () => {
  started = await startActions();
});
afterAll(() => started.stop());

/** The plan of a step, and what it asks for when it is run. */
async function planAndRun(options: {
  id: string;
  input: Record<string, unknown>;
  files?: Record<string, string>;
}) {
  const plan = await started.step({ ...options, isDryRun: true });
  const before = started.last();
  const { calls } = await collectPlan(() => plan.attempt());
  expect(started.asked(before)).toEqual([]);
  const run = await started.step(options);
  await run.attempt();
  await started.sandbox.sandbox.settled();
  expect(run.lines.filter(line => /warn|fail/i.test(line))).toEqual([]);
  return { calls, plan, run, asked: started.asked(before) };
}

/** As the log has them, a push as the two requests that it is made of after git was told who asks. */
const linesOf = (calls: { method: string; url: string }[]) =>
  calls.flatMap(({ method, url }) => {
    const { pathname } = new URL(url);
    return method === 'git push'
      ? [
          `GET ${pathname}/info/refs`,
          `GET ${pathname}/info/refs`,
          `POST ${pathname}/git-receive-pack`,
        ]
      : [`${method} ${pathname.replace('/api/v3', '')}`];
  });

const withoutStatus = (lines: string[]) =>
  lines.map(line => line.replace(/ \d+$/, ''));

const everything = () => ({
  repoUrl: started.repoUrl('planned'),
  description: 'Made by a template',
  repoVisibility: 'public',
  access: 'acme/web',
  collaborators: [{ user: 'oscar', access: 'triage' }],
  topics: ['service'],
  repoVariables: { REGION: 'north' },
  secrets: { PASSWORD: 'correct horse', OTHER: 'staple' },
  oidcCustomization: { useDefault: true },
  requiredCommitSigning: true,
});

it('plans a publication as it is then done, with the permission of each call and the real names', async () => {
  const { calls, plan, run, asked } = await planAndRun({
    id: 'publish:github',
    input: everything(),
  });
  expect(linesOf(calls)).toEqual(withoutStatus(asked));
  expect(
    calls.map(({ method, permission }) => [method, permission?.title]),
  ).toEqual([
    ['GET', undefined],
    ['GET', 'Members: read'],
    ['POST', 'Administration: write'],
    ['PUT', 'Administration: write'],
    ['PUT', 'Administration: write'],
    ['PUT', 'Administration: write'],
    ['POST', 'Variables: write'],
    ['GET', 'Secrets: read'],
    ['PUT', 'Secrets: write'],
    ['PUT', 'Secrets: write'],
    ['PUT', 'Actions: write'],
    ['git push', 'Contents: write'],
    ['PUT', 'Administration: write'],
    ['POST', 'Administration: write'],
  ]);
  expect(calls.every(({ stepId }) => stepId === 'step')).toBe(true);
  expect(JSON.stringify(calls)).not.toMatch(/correct horse|staple/);
  expect(plan.outputs).toEqual({ ...run.outputs, commitHash: '0'.repeat(40) });
});

it('plans the making of a repository and the pushing into it by themselves', async () => {
  const repoUrl = started.repoUrl('apart');
  const made = await planAndRun({
    id: 'github:repo:create',
    input: { repoUrl, workflowAccess: 'organization' },
  });
  expect(linesOf(made.calls)).toEqual(withoutStatus(made.asked));
  expect(made.plan.outputs).toEqual(made.run.outputs);
  const pushed = await planAndRun({
    id: 'github:repo:push',
    input: { repoUrl, protectDefaultBranch: false },
  });
  expect(linesOf(pushed.calls)).toEqual(withoutStatus(pushed.asked));
  expect(pushed.plan.outputs).toMatchObject({
    remoteUrl: pushed.run.outputs.remoteUrl,
    repoContentsUrl: pushed.run.outputs.repoContentsUrl,
  });
});

const WORKFLOW = `on:
  workflow_dispatch:
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: echo hello
`;

it.each<[string, Record<string, unknown>]>([
  ['github:webhook', { webhookUrl: 'http://127.0.0.1:9/hook' }],
  ['github:issues:create', { title: 'Write docs', body: 'Soon' }],
  ['github:issues:label', { number: 1, labels: ['docs'] }],
  [
    'github:actions:dispatch',
    { workflowId: 'build.yaml', branchOrTagName: 'main' },
  ],
  [
    'github:autolinks:create',
    { keyPrefix: 'ACME-', urlTemplate: 'https://tickets.example/<num>' },
  ],
  ['github:pages:enable', { buildType: 'legacy' }],
  ['github:branch-protection:create', { requiredCommitSigning: true }],
  [
    'publish:github:pull-request',
    {
      branchName: 'change',
      title: 'Change',
      description: 'It',
      reviewers: ['mel'],
      assignees: ['mel'],
    },
  ],
])('plans the changes of %s as they are then made', async (id, input) => {
  const { asked: published } = await planAndRunOnce();
  expect(published).toContain('POST /orgs/acme/repos 201');
  const { calls, asked } = await planAndRun({
    id,
    input: { repoUrl: started.repoUrl('settings'), ...input },
  });
  const changes = (lines: string[]) =>
    [...new Set(lines.filter(line => /^(POST|PUT|PATCH) /.test(line)))].filter(
      // Reads what is there.
      line => line !== 'POST /api/graphql',
    );
  expect(
    changes(linesOf(calls)).map(line =>
      line.replace(/%7B\w+%7D|\{\w+\}/g, 'N'),
    ),
  ).toEqual(
    changes(withoutStatus(asked)).map(line =>
      line.replace(/(pulls|issues)\/\d+/g, (whole, kind) =>
        input.number === undefined ? `${kind}/N` : whole,
      ),
    ),
  );
  expect(
    calls.filter(call => call.method !== 'GET' && !call.permission),
  ).toEqual([]);
});

let published: Promise<{ asked: string[] }> | undefined;
/** A repository with a workflow, for the others. */
function planAndRunOnce() {
  published ??= planAndRun({
    id: 'publish:github',
    files: { 'README.md': '# S\n', '.github/workflows/build.yaml': WORKFLOW },
    input: {
      repoUrl: started.repoUrl('settings'),
      repoVisibility: 'public',
      protectDefaultBranch: false,
    },
  });
  return published;
}
