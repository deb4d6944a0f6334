import type { Problem } from '../problems/Problem';

/** Somebody else listens where the sandbox would. */
export function sandboxPortTaken(port: number): Problem {
  return {
    code: 'port',
    problem: `port ${port}, which the GitHub sandbox needs, is in use`,
    where: 'CALLBOARD_SANDBOX_PORT',
    remedy:
      'stop what listens there, or choose a free port with CALLBOARD_SANDBOX_PORT; `callboard sandbox` takes --port as well',
    variable: 'CALLBOARD_SANDBOX_PORT',
  };
}
