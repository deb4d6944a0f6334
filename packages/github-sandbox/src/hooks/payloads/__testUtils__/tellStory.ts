import { createCheckRun } from '../../../checks/createCheckRun';
import { createStatus } from '../../../checks/createStatus';
import { newRepository } from '../../../core/records/newRepository';
import { newTeam } from '../../../core/records/newTeam';
import type { SandboxEvent } from '../../../core/events/SandboxEvent';
import type { Repository } from '../../../core/state';
import { createDeployment } from '../../../deployments/createDeployment';
import { createDeploymentStatus } from '../../../deployments/createDeploymentStatus';
import { addRun } from './addRun';
import { commitTwice } from './commitTwice';
import { tellOfAlerts } from './tellOfAlerts';
import { createUrls } from '../../../http/createUrls';
import { addComment } from '../../../issues/comments/addComment';
import { createIssue } from '../../../issues/createIssue';
import { createPull } from '../../../pulls/createPull';
import { submitReview } from '../../../pulls/reviews/submitReview';
import { createRelease } from '../../../releases/changes/createRelease';
import { updateRelease } from '../../../releases/changes/updateRelease';
import type { startTestSandbox } from '../../../testing/startTestSandbox';

type Sandbox = Awaited<ReturnType<typeof startTestSandbox>>;
type Emitted = SandboxEvent extends infer T
  ? T extends unknown
    ? Omit<T, 'at' | 'sender'>
    : never
  : never;

/** Lets something happen of every kind, mostly by the functions that routes call, and waits for the deliveries. */
export async function tellStory(test: Sandbox): Promise<void> {
  const { sandbox, shop, olivia, mel, organisation } = test;
  const emit = (event: Emitted) =>
    sandbox.events.emit({ ...event, sender: olivia } as Parameters<
      typeof sandbox.events.emit
    >[0]);
  const change = { sandbox, repository: shop, actor: mel };

  // People and teams.
  const team = newTeam({
    sandbox,
    organisation,
    name: 'Payments',
    values: { parentId: test.web.id },
  });
  const aboutTeam = { name: 'team' as const, organisation, team };
  emit({ ...aboutTeam, action: 'created' });
  emit({
    ...aboutTeam,
    action: 'edited',
    changes: { description: { from: 'Old' } },
  });
  emit({ ...aboutTeam, action: 'added_to_repository', repository: shop });
  emit({ name: 'team_add', organisation, team, repository: shop });
  for (const action of ['added', 'removed'] as const) {
    emit({ name: 'membership', action, organisation, team, member: mel });
    emit({ name: 'member', action, repository: shop, member: mel });
    emit({
      name: 'organization',
      action: `member_${action}`,
      organisation,
      member: mel,
      role: 'member',
    });
  }

  // Repositories.
  emit({ name: 'repository', action: 'created', repository: shop });
  emit({
    name: 'repository',
    action: 'renamed',
    repository: shop,
    changes: { repository: { name: { from: 'store' } } },
  });
  emit({
    name: 'repository',
    action: 'edited',
    repository: shop,
    changes: { topics: { from: ['old'] } },
  });
  const changes: Array<
    [(SandboxEvent & { name: 'repository' })['action'], Partial<Repository>]
  > = [
    ['archived', { archived: true }],
    ['unarchived', { archived: false }],
    ['privatized', { visibility: 'private' }],
    ['publicized', { visibility: 'public' }],
    ['deleted', {}],
  ];
  for (const [action, values] of changes) {
    Object.assign(test.empty, values);
    emit({ name: 'repository', action, repository: test.empty });
  }
  emit({ name: 'public', repository: shop });
  emit({ name: 'star', action: 'created', repository: shop });
  emit({ name: 'star', action: 'deleted', repository: shop });
  const forkee = newRepository({
    sandbox,
    owner: mel,
    name: 'shop',
    values: { parentId: shop.id },
  });
  emit({ name: 'fork', repository: shop, forkee });
  emit({
    name: 'gollum',
    repository: shop,
    pages: [{ name: 'Home-page', action: 'created', sha: 'a'.repeat(40) }],
  });

  // Git.
  const { git, first, second } = await commitTwice(test);
  for (const ref of ['refs/heads/topic', 'refs/tags/v1']) {
    await git.createRef({ ref, sha: second });
  }
  emit({
    name: 'create',
    repository: shop,
    refType: 'branch',
    ref: 'topic',
  });
  const push = { name: 'push' as const, repository: shop, forced: false };
  emit({ ...push, ref: 'refs/heads/topic', before: first, after: second });
  emit({ ...push, ref: 'refs/tags/v1', before: undefined, after: second });
  emit({ ...push, ref: 'refs/heads/gone', before: first, after: undefined });
  emit({ name: 'delete', repository: shop, refType: 'branch', ref: 'gone' });

  // Issues and pull requests.
  const issue = createIssue({
    ...change,
    title: 'It leaks',
    labels: ['bug'],
    assignees: ['mel'],
  });
  if (issue.outcome !== 'created') throw new Error(issue.outcome);
  addComment({ ...change, issue: issue.issue, body: 'So it does.' });
  const pull = await createPull({
    ...change,
    title: 'Mend it',
    head: 'topic',
    base: 'main',
  });
  if (pull.outcome !== 'created') throw new Error(JSON.stringify(pull));
  const review = await submitReview({
    ...change,
    actor: olivia,
    issue: pull.issue,
    verdict: 'COMMENT',
    body: 'Nearly',
    comments: [{ path: 'README.md', position: 1, body: 'Here' }],
  });
  if (review.outcome !== 'submitted') throw new Error(JSON.stringify(review));

  // Verdicts.
  await createCheckRun({
    sandbox,
    repository: shop,
    app: test.app,
    name: 'build',
    sha: second,
    fields: { status: 'completed', conclusion: 'success' },
  });
  createStatus({
    sandbox,
    repository: shop,
    actor: mel,
    sha: second,
    state: 'success',
  });

  for (let time = 0; time < 2; time += 1) {
    const deployed = await createDeployment({
      sandbox,
      repository: shop,
      actor: mel,
      ref: 'main',
      environment: 'production',
      autoMerge: false,
    });
    if (deployed.outcome !== 'created') throw new Error(deployed.outcome);
    createDeploymentStatus({
      sandbox,
      repository: shop,
      actor: mel,
      deployment: deployed.deployment,
      state: 'success',
    });
  }

  tellOfAlerts(test);

  // Workflows.
  const { run, job } = addRun({ test, sha: second });
  for (const [action, status] of [
    ['requested', 'queued'],
    ['in_progress', 'in_progress'],
    ['completed', 'completed'],
  ] as const) {
    const values = {
      status,
      conclusion: action === 'completed' ? ('success' as const) : null,
    };
    Object.assign(run, values);
    Object.assign(job, values, {
      completedAt: action === 'completed' ? sandbox.clock.iso() : null,
    });
    emit({ name: 'workflow_run', action, repository: shop, run });
    emit({
      name: 'workflow_job',
      action: action === 'requested' ? 'queued' : action,
      repository: shop,
      job,
    });
  }

  // Releases.
  const release = await createRelease({
    sandbox,
    urls: createUrls({ baseUrl: sandbox.baseUrl, enterprise: true }),
    repository: shop,
    body: { tag_name: 'v2', name: 'Two', body: 'Better' },
    sender: olivia,
  });
  await updateRelease({
    sandbox,
    repository: shop,
    release,
    body: { body: 'Much better' },
    sender: olivia,
  });

  // Apps.
  const { installation } = test;
  const installed = ['created', 'suspend', 'unsuspend', 'deleted'] as const;
  for (const action of installed) {
    installation.suspendedAt =
      action === 'suspend' ? sandbox.clock.iso() : null;
    emit({ name: 'installation', action, installation });
  }
  emit({
    name: 'installation_repositories',
    action: 'added',
    installation,
    repositories: [shop],
  });
  emit({
    name: 'repository_dispatch',
    action: 'deploy',
    repository: shop,
    clientPayload: { to: 'production' },
  });
  emit({
    name: 'workflow_dispatch',
    repository: shop,
    ref: 'refs/heads/main',
    workflow: '.github/workflows/ci.yml',
    inputs: { level: 'info' },
  });
  await sandbox.settled();
}
