import type { Sandbox } from '../core/Sandbox';
import { cancelLeftOver } from './runs/cancelLeftOver';
import { armSchedule } from './schedule/armSchedule';

/** Takes up what an earlier process has left: its runs are over, its schedules go on. */
export function takeUp(options: { sandbox: Sandbox }): void {
  const { sandbox } = options;
  const { workflows, repositories } = sandbox.state;
  cancelLeftOver(options);
  const scheduled = new Set(
    workflows
      .filter(({ crons }) => crons !== undefined && crons.length > 0)
      .map(({ repositoryId }) => repositoryId),
  );
  for (const id of scheduled) {
    const repository = repositories.get(id);
    if (repository) armSchedule({ sandbox, repository });
  }
}
