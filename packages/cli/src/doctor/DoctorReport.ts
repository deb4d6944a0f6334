import type { CheckResult } from '@callboard/plugin-connections-common';

/** One row of the doctor's answer: a result, or a fact that `facts` has in full. */
export interface DoctorRow extends CheckResult {
  /** As in `GET /api/connections`: a host of `hosts` or a system of `systems`. */
  facts?: unknown;
}

/** What the doctor found, and from where it looked. */
export interface DoctorReport {
  /** One sentence, for example `The portal is not running; checked from here.` */
  source: string;
  rows: DoctorRow[];
  /** Whether the configuration could start a portal. */
  canStart: boolean;
}
