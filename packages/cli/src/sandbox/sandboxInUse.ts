import type { Problem } from '../problems/Problem';

/** Two sandboxes would overwrite each other's state. */
export function sandboxInUse(directory: string): Problem {
  return {
    code: 'sandbox-lock',
    problem: 'another GitHub sandbox uses this data directory',
    where: directory,
    remedy:
      'stop the other one (a portal with the preset demo runs one), or choose another directory with --data',
  };
}
