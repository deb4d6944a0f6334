import type { Sandbox } from '../core/Sandbox';
import type { App, CheckRun, Repository } from '../core/state';

/** Tells of a check run, on behalf of the App's bot. History (`at`) is not told of. */
export function emitCheckRun(options: {
  sandbox: Sandbox;
  repository: Repository;
  app: App;
  checkRun: CheckRun;
  action: 'created' | 'completed' | 'rerequested';
  at?: string;
}): void {
  const { sandbox, repository, app, checkRun, action, at } = options;
  const sender = sandbox.state.users.get(app.botId);
  if (at !== undefined || !sender) return;
  sandbox.events.emit({
    name: 'check_run',
    action,
    repository,
    checkRun,
    sender,
  });
}
