import { ExitStatus } from '../problems/ExitStatus';
import type { DoctorReport } from './DoctorReport';

/** The exit status that a report stands for. Warnings are well. */
export function exitStatusOf({ canStart, rows }: DoctorReport): number {
  if (!canStart) return ExitStatus.cannotStart;
  return rows.some(({ status }) => status === 'fail')
    ? ExitStatus.failed
    : ExitStatus.done;
}
