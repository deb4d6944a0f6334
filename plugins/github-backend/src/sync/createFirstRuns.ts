import type { TaskState } from './TaskState';

/** The scheduler looks for due tasks every five seconds, and another replica may have started a little earlier. */
const JUST_MS = 30_000;

/** What is run at the start of a process, without the scheduler, which wants the same soon after. */
export interface FirstRuns {
  add(options: { taskId: string; run: Promise<TaskState> }): void;
  /** Whether a first run has done, or is about to have done, what is scheduled now. Waits for one that is under way. */
  hasJustDone(options: { taskId: string }): Promise<boolean>;
}

export function createFirstRuns(options: { now: () => Date }): FirstRuns {
  const { now } = options;
  const runs = new Map<string, { at: Date; run: Promise<TaskState> }>();
  return {
    add({ taskId, run }) {
      runs.set(taskId, { at: now(), run: run.catch(() => 'failed') });
    },
    async hasJustDone({ taskId }) {
      const first = runs.get(taskId);
      runs.delete(taskId);
      if (!first || now().getTime() - first.at.getTime() > JUST_MS) {
        return false;
      }
      return (await first.run) === 'done';
    },
  };
}
