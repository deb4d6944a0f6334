import { findRunningPortal } from '../../backup/findRunningPortal';
import type { Problem } from '../../problems/Problem';
import { listenerProblems } from '../../start/listenerProblems';

/** What is at the portal's address on this machine. */
export type FoundPortal =
  | { outcome: 'running'; url: string }
  /** Something else listens there. */
  | { outcome: 'taken'; problem: Problem }
  | { outcome: 'stopped' };

/** Looks whether the portal runs. An answer within a few seconds, always. */
export async function findPortal(options: {
  host: string;
  port: number;
}): Promise<FoundPortal> {
  const url = await findRunningPortal(options);
  if (url) return { outcome: 'running', url };
  const [problem] = await listenerProblems(options);
  return problem ? { outcome: 'taken', problem } : { outcome: 'stopped' };
}
