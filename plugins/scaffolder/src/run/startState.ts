import type { ScaffolderTask } from '@backstage/plugin-scaffolder-common';
import type { RunState } from './RunState';

/** A run of which no event has been read yet. */
export function startState(task: ScaffolderTask): RunState {
  return {
    status: task.status,
    // A template of an old portal, or a broken row, may have no steps at all.
    steps: (task.spec?.steps ?? []).map((step, index) => ({
      id: step.id ?? `step-${index + 1}`,
      name: step.name || step.id || step.action,
      action: step.action,
      status: 'waiting',
      lines: [],
      droppedLines: 0,
    })),
  };
}
