import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { runtimeOf } from '../ActionsRuntime';
import { nextScheduledTime } from '../engine';
import { startScheduled } from './startScheduled';

/**
 * Waits for the next time at which a workflow of the default branch is due. Forks have no scheduled runs. A clock that jumps over several
 * times starts each cron line once, as GitHub leaves out what it could not start in time.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
 */
export function armSchedule(options: {
  sandbox: Sandbox;
  repository: Repository;
}): void {
  const { sandbox, repository } = options;
  const { schedules } = runtimeOf(sandbox);
  schedules.get(repository.id)?.();
  schedules.delete(repository.id);
  if (repository.parentId !== null) return;
  const now = sandbox.clock.now();
  const crons = new Set(
    sandbox.state.workflows
      .by('repository', repository.id)
      .filter(({ state }) => state === 'active')
      .flatMap(workflow => workflow.crons ?? []),
  );
  const due = [...crons].flatMap(cron => {
    const time = nextScheduledTime({ cron, after: now });
    return time ? [{ cron, time: time.getTime() }] : [];
  });
  if (due.length === 0) return;
  const first = Math.min(...due.map(({ time }) => time));
  schedules.set(
    repository.id,
    sandbox.clock.schedule({
      afterMs: first - now.getTime(),
      run() {
        const until = sandbox.clock.now().getTime();
        armSchedule(options);
        for (const { cron, time } of due) {
          if (time <= until) startScheduled({ sandbox, repository, cron });
        }
      },
    }),
  );
}
