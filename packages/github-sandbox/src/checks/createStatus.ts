import type { Sandbox } from '../core/Sandbox';
import type { CommitStatus, Repository, User } from '../core/state';

/** GitHub's limit of statuses for a commit and context. https://docs.github.com/rest/commits/statuses#create-a-commit-status */
const MOST_STATUSES = 1000;

export type CreateStatusOutcome =
  | { outcome: 'created'; status: CommitStatus }
  | { outcome: 'tooMany' };

/** Adds a status to a commit; of one context, the newest counts. */
export function createStatus(options: {
  sandbox: Sandbox;
  repository: Repository;
  actor: User;
  /** The commit, 40 digits. */
  sha: string;
  state: CommitStatus['state'];
  context?: string;
  description?: string | null;
  targetUrl?: string | null;
  /** ISO time, for history: nothing is emitted then. */
  at?: string;
}): CreateStatusOutcome {
  const { sandbox, repository, actor, sha, state, at } = options;
  const context = options.context ?? 'default';
  const key = `${repository.id}:${sha}`;
  const same = sandbox.state.statuses
    .by('commit', key)
    .filter(status => status.context === context);
  if (same.length >= MOST_STATUSES) return { outcome: 'tooMany' };

  const createdAt = at ?? sandbox.clock.iso();
  const status = sandbox.state.statuses.insert({
    id: sandbox.nextId(),
    repositoryId: repository.id,
    sha,
    context,
    state,
    description: options.description ?? null,
    targetUrl: options.targetUrl ?? null,
    creatorId: actor.id,
    createdAt,
    updatedAt: createdAt,
  });
  if (at === undefined) {
    sandbox.events.emit({ name: 'status', repository, status, sender: actor });
  }
  return { outcome: 'created', status };
}
