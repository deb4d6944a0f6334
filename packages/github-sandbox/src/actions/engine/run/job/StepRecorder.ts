import { StepLog } from '../log/StepLog';
import type { StepConclusion, StepResult } from '../types';
import type { JobState } from './JobState';

/** Keeps the results of a job's steps and tells the caller of each one. */
export class StepRecorder {
  readonly results: StepResult[] = [];

  constructor(private readonly state: JobState) {}

  /** Runs one step: `execute` calls `start` once it knows that it runs, and answers with the conclusion. */
  async record(options: {
    number: number;
    name: string;
    plausibleSeconds: number;
    log?: StepLog;
    execute: (context: {
      log: StepLog;
      start: () => Promise<void>;
    }) => Promise<StepConclusion>;
  }): Promise<StepConclusion> {
    const { number, name, plausibleSeconds, execute } = options;
    const { clock, onStep } = this.state.options;
    const log = options.log ?? this.createLog();
    let startedAt = clock.now();
    const conclusion = await execute({
      log,
      start: async () => {
        startedAt = clock.now();
        await onStep?.({
          number,
          name,
          status: 'in_progress',
          plausibleSeconds,
          log: '',
        });
      },
    });
    await onStep?.({
      number,
      name,
      status: 'completed',
      conclusion,
      plausibleSeconds: conclusion === 'skipped' ? 0 : plausibleSeconds,
      log: log.text(),
    });
    this.results.push({
      number,
      name,
      status: 'completed',
      conclusion,
      startedAt,
      completedAt: clock.now(),
      log: log.text(),
    });
    return conclusion;
  }

  createLog(): StepLog {
    const { masks, options } = this.state;
    return new StepLog({ clock: options.clock, masks });
  }
}
