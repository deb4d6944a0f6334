import type { SandboxEvent } from '../core/events/SandboxEvent';
import type { Sandbox } from '../core/Sandbox';
import { emitCheckSuite, findCheckSuite, newCheckSuite } from './checkSuites';

/**
 * On a push, asks every App that may write checks in the repository for a check suite.
 * https://docs.github.com/rest/guides/using-the-rest-api-to-interact-with-checks#about-check-suites
 */
export function requestSuites(options: {
  sandbox: Sandbox;
  push: Extract<SandboxEvent, { name: 'push' }>;
}): void {
  const { sandbox, push } = options;
  const { repository, before, after: sha, ref } = push;
  const [, branch] = /^refs\/heads\/(.+)$/.exec(ref) ?? [];
  if (!branch || !sha) return;
  for (const installation of sandbox.state.installations.by(
    'account',
    repository.ownerId,
  )) {
    const app = sandbox.state.apps.get(installation.appId);
    const mayCheck =
      installation.permissions.checks === 'write' &&
      installation.suspendedAt === null &&
      (installation.repositorySelection === 'all' ||
        installation.repositoryIds.includes(repository.id));
    if (!app || !mayCheck) continue;
    if (findCheckSuite({ sandbox, repository, app, sha })) continue;
    emitCheckSuite({
      sandbox,
      repository,
      checkSuite: newCheckSuite({
        sandbox,
        repository,
        app,
        sha,
        branch,
        before,
      }),
      action: 'requested',
      sender: push.sender,
    });
  }
}
