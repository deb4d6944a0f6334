/** How a run ended: `busy`, another replica is at it. */
export type TaskState = 'done' | 'failed' | 'busy';
