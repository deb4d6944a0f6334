import type { InvalidWorkflow } from '../engine';

/** What GitHub shows on the page of a run whose workflow file is not valid. */
export function problemOf(plan: InvalidWorkflow): string {
  return `${plan.title}\n${plan.message}`;
}
