/**
 * How long a step stays "in progress" at least, in milliseconds of the machine's time. None: a run is as fast as its steps execute. About
 * a second lets a person see them run.
 */
export const STEP_PAUSE_MS = 0;
