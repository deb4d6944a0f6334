import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { openGit } from '../../repositories/openGit';
import { hasWorkflows } from '../workflows/filesAt';
import { payloadOf } from './payloadOf';
import type { Trigger } from './Trigger';

/** Events that run on the default branch, and their names in `on:` where these differ. */
const ON_DEFAULT_BRANCH: Partial<Record<SandboxEvent['name'], string>> = {
  check_run: 'check_run',
  check_suite: 'check_suite',
  delete: 'delete',
  fork: 'fork',
  gollum: 'gollum',
  issue_comment: 'issue_comment',
  issues: 'issues',
  public: 'public',
  repository_dispatch: 'repository_dispatch',
  star: 'watch',
  status: 'status',
  workflow_run: 'workflow_run',
};

/**
 * What the other events start: `create`, `release` and deployments run on the commit that they are about, all others on the default branch.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export async function branchTriggers(options: {
  sandbox: Sandbox;
  event: SandboxEvent;
}): Promise<Trigger[]> {
  const { sandbox, event } = options;
  const place = placeOf(event);
  if (!place) return [];
  const { repository, name, ref } = place;
  const git = await openGit({ sandbox, repository });
  const commit = await git.resolve({
    expression: place.sha ?? ref,
    type: 'commit',
  });
  const isWanted =
    commit && (await hasWorkflows({ git, sha: commit.sha, event: name }));
  if (!isWanted) return [];
  const branch = /^refs\/(?:heads|tags)\/(.+)$/.exec(ref)?.[1] ?? null;
  return [
    {
      event: {
        name,
        ...actionOf(event),
        ref,
        sha: commit.sha,
        ...(event.name === 'workflow_run' && {
          workflowRun: {
            name: event.run.name,
            headBranch: event.run.headBranch ?? '',
          },
        }),
        payload: await payloadOf(options),
      },
      headBranch: branch,
      headSha: commit.sha,
      headRepositoryId: repository.id,
      actor: event.sender,
    },
  ];
}

function placeOf(
  event: SandboxEvent,
):
  | { repository: Repository; name: string; ref: string; sha?: string }
  | undefined {
  switch (event.name) {
    case 'create':
      return {
        repository: event.repository,
        name: 'create',
        ref: `refs/${event.refType === 'tag' ? 'tags' : 'heads'}/${event.ref}`,
      };
    case 'release':
      return {
        repository: event.repository,
        name: 'release',
        ref: `refs/tags/${event.release.tagName}`,
      };
    case 'deployment':
    case 'deployment_status':
      return {
        repository: event.repository,
        name: event.name,
        ref: `refs/heads/${event.deployment.ref}`,
        sha: event.deployment.sha,
      };
    default: {
      const isTold = event.name !== 'star' || event.action === 'created';
      const name = isTold ? ON_DEFAULT_BRANCH[event.name] : undefined;
      const repository = 'repository' in event ? event.repository : undefined;
      return name && repository
        ? {
            repository,
            name,
            ref: `refs/heads/${repository.defaultBranch}`,
          }
        : undefined;
    }
  }
}

function actionOf(event: SandboxEvent): { action?: string } {
  if (event.name === 'star') return { action: 'started' };
  return 'action' in event ? { action: event.action } : {};
}
