import type { Pull } from './Pulls';
import type { RunBrief } from './Builds';

/** What waits for the person who asks. Only what lies in entities that they may see. */
export interface Mine {
  /** Their login; undefined: their User entity names none, so that only `failing` is known. */
  login?: string;
  /** Pull requests that they, or a team of theirs, are asked to review. */
  waiting: MinePull[];
  /** Open ones of their own. */
  own: MinePull[];
  /** What is red on the default branch of what they or their groups own. */
  failing: MineRun[];
  askedAt: string;
  outdated?: { since: string; reason: string; until?: string };
}

export type MinePull = Pull & { entityRef: string };

export interface MineRun {
  entityRef: string;
  title: string;
  repository: string;
  /** Names of the checks that fail, at most 20. */
  failing: string[];
  /** The newest red run where it is known. */
  run?: RunBrief;
  url: string;
}
