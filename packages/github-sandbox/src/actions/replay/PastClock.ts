import type { Clock } from '../../core/Clock';

/** A clock of the past: it stands still but for what a run takes, and never comes to the future. */
export class PastClock {
  private time: number;

  constructor(start: Date, private readonly present: Pick<Clock, 'now'>) {
    this.time = start.getTime();
  }

  now(): Date {
    return new Date(Math.min(this.time, this.present.now().getTime()));
  }

  pass(seconds: number): void {
    this.time += seconds * 1000;
  }
}
