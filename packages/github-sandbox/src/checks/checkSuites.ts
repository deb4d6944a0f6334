import type { Sandbox } from '../core/Sandbox';
import type { App, CheckSuite, Repository, User } from '../core/state';

/** The check suite of an App for a commit, if there is one. */
export function findCheckSuite(options: {
  sandbox: Sandbox;
  repository: Repository;
  app: App;
  sha: string;
}): CheckSuite | undefined {
  const { sandbox, repository, app, sha } = options;
  return sandbox.state.checkSuites
    .by('commit', `${repository.id}:${sha}`)
    .find(({ appId }) => appId === app.id);
}

/** Begins a check suite. An App has one for a commit; GitHub Actions has one for each workflow run. */
export function newCheckSuite(options: {
  sandbox: Sandbox;
  repository: Repository;
  app: App;
  sha: string;
  branch?: string | null;
  before?: string | null;
  at?: string;
}): CheckSuite {
  const { sandbox, repository, app, sha, branch, before, at } = options;
  const createdAt = at ?? sandbox.clock.iso();
  return sandbox.state.checkSuites.insert({
    id: sandbox.nextId(),
    repositoryId: repository.id,
    appId: app.id,
    headSha: sha,
    headBranch: branch ?? null,
    before: before ?? null,
    status: 'queued',
    conclusion: null,
    createdAt,
    updatedAt: createdAt,
  });
}

/** Tells of a check suite. The sender is whoever pushed, or the App's bot. */
export function emitCheckSuite(options: {
  sandbox: Sandbox;
  repository: Repository;
  checkSuite: CheckSuite;
  action: 'completed' | 'requested' | 'rerequested';
  sender: User;
}): void {
  const { sandbox, ...event } = options;
  sandbox.events.emit({ name: 'check_suite', ...event });
}
