import {
  startActions,
  type StartedActions,
} from '../__testUtils__/startActions';

let started: StartedActions;
beforeAll(async () => {
  started = await startActions();
});
afterAll(() => started.stop());

/** Runs a step that is killed when its thing was done, before that was kept; then how often it was done after another try. */
async function killAndGoOn(options: {
  id: string;
  input: Record<string, unknown>;
  /** Of the checkpoint. */
  key: string;
  when?: 'before' | 'after';
  files?: Record<string, string>;
}) {
  const { when = 'before', ...more } = options;
  const { key, ...rest } = more;
  const since = started.last();
  const step = await started.step(rest);
  await expect(step.attempt({ key, when })).rejects.toThrow(key);
  return { step, asked: () => started.asked(since) };
}

const count = (lines: string[], line: string) =>
  lines.filter(one => one === line).length;

it('opens an issue once', async () => {
  const { step, asked } = await killAndGoOn({
    id: 'github:issues:create',
    key: 'github:issues:create:acme/shop:Write docs.outcome.1',
    input: { repoUrl: started.repoUrl('shop'), title: 'Write docs' },
  });
  expect(step.outputs).toEqual({});
  await step.attempt();
  expect(count(asked(), 'POST /repos/acme/shop/issues 201')).toBe(1);
  expect(step.outputs).toEqual({
    issueUrl: `${started.sandbox.url}/acme/shop/issues/1`,
    issueNumber: 1,
  });
  const another = await started.step({
    id: 'github:issues:create',
    input: { repoUrl: started.repoUrl('shop'), title: 'Write docs' },
  });
  await another.attempt();
  expect(another.outputs.issueNumber).toBe(2);
});

it('opens a pull request once', async () => {
  const { step, asked } = await killAndGoOn({
    id: 'publish:github:pull-request',
    key: 'pull.create:acme/shop:change.outcome.1',
    files: { 'docs/index.md': '# Docs\n' },
    input: {
      repoUrl: started.repoUrl('shop'),
      branchName: 'change',
      title: 'Change',
      description: 'It',
    },
  });
  await step.attempt();
  expect(count(asked(), 'POST /repos/acme/shop/pulls 201')).toBe(1);
  expect(step.outputs).toMatchObject({
    targetBranchName: 'main',
    remoteUrl: expect.stringMatching(/\/acme\/shop\/pull\/\d+$/),
  });
});

it('makes a webhook once', async () => {
  const webhookUrl = 'http://127.0.0.1:9/hook';
  const { step, asked } = await killAndGoOn({
    id: 'github:webhook',
    key: `github:webhook:acme/shop:${webhookUrl}.outcome.1`,
    input: { repoUrl: started.repoUrl('shop'), webhookUrl },
  });
  await step.attempt();
  expect(count(asked(), 'POST /repos/acme/shop/hooks 201')).toBe(1);
  expect(step.lines.filter(line => line.startsWith('warn'))).toEqual([]);
});

it('asks before it starts a workflow again, and starts it when it is told to', async () => {
  const workflow = `on:
  workflow_dispatch:
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: echo hello
`;
  const publish = await started.step({
    id: 'publish:github',
    files: { '.github/workflows/build.yaml': workflow },
    input: { repoUrl: started.repoUrl('built'), protectDefaultBranch: false },
  });
  await publish.attempt();
  const { step, asked } = await killAndGoOn({
    id: 'github:actions:dispatch',
    // Stock keeps it as done by itself: this is before it could.
    key: 'create.workflow.dispatch.acme.built.build.yaml',
    when: 'after',
    input: {
      repoUrl: started.repoUrl('built'),
      workflowId: 'build.yaml',
      branchOrTagName: 'main',
    },
  });
  const dispatched = () =>
    asked().filter(line => /dispatches 20\d$/.test(line)).length;
  await expect(step.attempt()).rejects.toThrow(
    'may have been done for acme/built already',
  );
  expect(dispatched()).toBe(1);
  await step.attempt();
  expect(dispatched()).toBe(2);
  await started.sandbox.sandbox.settled();
});
