import type { startTestSandbox } from '../../../testing/startTestSandbox';

/** A workflow with a run of one job on a commit. */
export function addRun(options: {
  test: Awaited<ReturnType<typeof startTestSandbox>>;
  sha: string;
}) {
  const { test, sha } = options;
  const { sandbox, shop, mel } = test;
  const { state } = sandbox;
  const now = sandbox.clock.iso();
  const workflow = state.workflows.insert({
    id: sandbox.nextId(),
    repositoryId: shop.id,
    path: '.github/workflows/ci.yml',
    name: 'CI',
    state: 'active',
    createdAt: now,
    updatedAt: now,
  });
  const run = state.workflowRuns.insert({
    id: sandbox.nextId(),
    repositoryId: shop.id,
    workflowId: workflow.id,
    suiteId: sandbox.nextId(),
    runNumber: 1,
    attempt: 1,
    name: 'CI',
    title: 'Mend',
    event: 'push',
    payload: {},
    headBranch: 'topic',
    headSha: sha,
    actorId: mel.id,
    triggeringActorId: mel.id,
    status: 'queued',
    conclusion: null,
    problem: null,
    createdAt: now,
    startedAt: now,
    updatedAt: now,
  });
  const job = state.workflowJobs.insert({
    id: sandbox.nextId(),
    runId: run.id,
    repositoryId: shop.id,
    checkRunId: sandbox.nextId(),
    key: 'build',
    name: 'build',
    attempt: 1,
    status: 'queued',
    conclusion: null,
    labels: ['ubuntu-latest'],
    runnerName: null,
    createdAt: now,
    startedAt: null,
    completedAt: null,
    outputs: {},
    steps: [
      {
        number: 1,
        name: 'Set up job',
        status: 'completed',
        conclusion: 'success',
        startedAt: now,
        completedAt: now,
        log: '',
      },
    ],
  });
  return { run, job };
}
