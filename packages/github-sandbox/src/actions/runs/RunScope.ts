import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';
import type {
  App,
  CheckSuite,
  Repository,
  User,
  WorkflowRun,
} from '../../core/state';

/** What recording a run works on. */
export interface RunScope {
  sandbox: Sandbox;
  repository: Repository;
  run: WorkflowRun;
  suite: CheckSuite;
  /** GitHub Actions. */
  app: App;
  /** False for the past of a seed: nobody is told of it. */
  live: boolean;
}

type RunEvent = Extract<
  SandboxEvent,
  { name: 'workflow_run' | 'workflow_job' | 'check_run' | 'check_suite' }
>;
type Told = RunEvent extends infer One
  ? One extends RunEvent
    ? Omit<One, 'at' | 'sender' | 'repository'>
    : never
  : never;

/** Tells of something about a run. Runs and jobs are sent by whoever started the run, checks by the App. */
export function tell(scope: RunScope, event: Told): void {
  const { sandbox, repository, run, app, live } = scope;
  sandbox.changed();
  const isCheck = event.name === 'check_run' || event.name === 'check_suite';
  const sender = sandbox.state.users.get(
    isCheck ? app.botId : run.triggeringActorId,
  );
  if (!live || !sender) return;
  sandbox.events.emit({ ...event, repository, sender } as Parameters<
    Sandbox['events']['emit']
  >[0]);
}

/** The actor of a run; the App's bot where the account is gone. */
export function actorOfRun(
  scope: Pick<RunScope, 'sandbox' | 'run' | 'app'>,
): User {
  const { users } = scope.sandbox.state;
  return users.get(scope.run.actorId) ?? users.get(scope.app.botId)!;
}
