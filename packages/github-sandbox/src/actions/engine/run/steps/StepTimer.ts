import type { JobState } from '../job/JobState';

/**
 * Ends a step that is cancelled, or whose scripts sleep longer than `timeout-minutes` of the step or the job allow.
 *
 * A step that starts after the cancellation, because its `if` says so, is not ended by it.
 */
export class StepTimer {
  readonly minutes?: number;
  readonly signal: AbortSignal;
  private readonly controller = new AbortController();
  private readonly begin: number;
  private readonly state: JobState;
  private readonly outer?: JobState['onSleep'];
  private timedOut = false;
  private readonly cancelled?: AbortSignal;

  constructor(options: { state: JobState; minutes?: number }) {
    const { state, minutes } = options;
    this.state = state;
    this.minutes = minutes;
    this.begin = state.slept;
    this.outer = state.onSleep;
    this.cancelled =
      state.status === 'cancelled' ? undefined : state.options.signal;
    this.signal = this.cancelled
      ? AbortSignal.any([this.cancelled, this.controller.signal])
      : this.controller.signal;
    state.onSleep = () => this.onSleep();
  }

  /** Why the step was ended, if it was. */
  get ended(): 'cancelled' | 'timed-out' | undefined {
    if (this.timedOut) {
      return this.minutes === undefined || this.isJobOver()
        ? 'cancelled'
        : 'timed-out';
    }
    return this.cancelled?.aborted ? 'cancelled' : undefined;
  }

  stop(): void {
    this.state.onSleep = this.outer;
  }

  private onSleep(): void {
    const slept = (this.state.slept - this.begin) / 60_000;
    if (slept > (this.minutes ?? Infinity) || this.isJobOver()) {
      this.timedOut = true;
      this.controller.abort();
    }
    this.outer?.();
  }

  private isJobOver(): boolean {
    const { slept, options } = this.state;
    return slept / 60_000 > options.job.timeoutMinutes;
  }
}
