import type {
  Answer,
  EntityRepository,
  Job,
  RunBrief,
  RunDetail,
  Workflow,
} from '@callboard/plugin-github-common';

/** An answer that GitHub gave, as fresh as its events keep it. */
export function answered<T>(
  value: T,
  change: Partial<Answer<T> & { state: 'answered' }> = {},
): Answer<T> {
  return {
    state: 'answered',
    value,
    askedAt: '2026-11-26T10:00:00.000Z',
    fresh: 'events',
    lacks: [],
    ...change,
  };
}

/** The repository of the component `shop`, in which everything is allowed. */
export function repositoryFixture(
  change: Partial<EntityRepository> = {},
): EntityRepository {
  return {
    host: 'github.com',
    owner: 'acme',
    name: 'shop',
    url: 'https://github.com/acme/shop',
    visibility: 'private',
    defaultBranch: 'main',
    isArchived: false,
    may: { run: true, alerts: true, logs: true },
    served: { credentialId: 'app:1', title: 'App Callboard' },
    ...change,
  };
}

/** A green run of the workflow CI. */
export function runBriefFixture(change: Partial<RunBrief> = {}): RunBrief {
  const { id = 812 } = change;
  return {
    id,
    number: 41,
    attempt: 1,
    workflowId: 7,
    workflow: 'CI',
    title: 'Sell by the dozen',
    branch: 'main',
    sha: 'ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34',
    event: 'push',
    status: 'completed',
    conclusion: 'success',
    actor: 'lena-fischer',
    startedAt: '2026-11-26T09:00:00.000Z',
    updatedAt: '2026-11-26T09:02:13.000Z',
    url: `https://github.com/acme/shop/actions/runs/${id}`,
    pulls: [],
    ...change,
  };
}

/** A green job with two steps. */
export function jobFixture(change: Partial<Job> = {}): Job {
  const { id = 9, conclusion = 'success' } = change;
  const step = {
    status: 'completed' as const,
    startedAt: '2026-11-26T09:00:05.000Z',
    completedAt: '2026-11-26T09:00:13.000Z',
  };
  return {
    id,
    name: 'build',
    status: 'completed',
    conclusion,
    startedAt: '2026-11-26T09:00:05.000Z',
    completedAt: '2026-11-26T09:02:00.000Z',
    runner: 'ubuntu-24.04',
    url: `https://github.com/acme/shop/actions/runs/812/job/${id}`,
    steps: [
      { ...step, number: 1, name: 'Set up job', conclusion: 'success' },
      { ...step, number: 2, name: 'npm test', conclusion },
    ],
    ...change,
  };
}

/** A run with its jobs. */
export function detailFixture(
  change: Partial<Omit<RunDetail, 'run'>> & { run?: Partial<RunBrief> } = {},
): RunDetail {
  const { run, ...rest } = change;
  return {
    run: runBriefFixture(run),
    jobs: [jobFixture()],
    attempts: 1,
    omitted: 0,
    ...rest,
  };
}

/** A workflow that runs on its own, and can be started with inputs of four types. */
export function workflowFixture(change: Partial<Workflow> = {}): Workflow {
  return {
    id: 7,
    name: 'CI',
    path: '.github/workflows/ci.yml',
    state: 'active',
    url: 'https://github.com/acme/shop/actions/workflows/ci.yml',
    latest: runBriefFixture(),
    dispatch: [
      {
        name: 'version',
        type: 'string',
        description: 'What to release',
        required: true,
      },
      {
        name: 'level',
        type: 'choice',
        required: false,
        options: ['info', 'debug'],
      },
      { name: 'dry', type: 'boolean', required: false, default: 'true' },
      { name: 'count', type: 'number', required: false },
    ],
    ...change,
  };
}
