import type { HeldPlan } from '@callboard/plugin-github-common';

/** Removals that wait, and what exactly they would remove. */
export interface HeldPeople {
  host: string;
  /** Lower case. */
  organisation: string;
  plan: HeldPlan;
  /** Node ids. */
  people: string[];
  teams: string[];
  /** The organisation itself is no longer read. */
  isWhole: boolean;
}
