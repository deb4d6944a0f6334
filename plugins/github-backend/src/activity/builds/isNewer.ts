/** How far a run or a job has come; one never goes back within an attempt. */
const ORDER = ['requested', 'queued', 'pending', 'waiting', 'in_progress'];

interface Progress {
  attempt: number;
  status: string;
  updatedAt: string;
}

/**
 * Whether what an event says of a run is later than what is known: by attempt, then by how far it has come, then by time. Deliveries come in
 * any order, and GitHub's times are whole seconds.
 */
export function isNewer(options: { known: Progress; told: Progress }): boolean {
  const { known, told } = options;
  if (told.attempt !== known.attempt) return told.attempt > known.attempt;
  if (told.status === known.status) return told.updatedAt > known.updatedAt;
  return rank(told.status) > rank(known.status);
}

/** Of a job, which has no time of change. */
export function isFurther(options: { known: string; told: string }): boolean {
  return rank(options.told) >= rank(options.known);
}

function rank(status: string): number {
  return status === 'completed' ? ORDER.length : ORDER.indexOf(status);
}
