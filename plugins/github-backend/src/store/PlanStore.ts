import type { HeldPlan } from '@callboard/plugin-github-common';

/** A repository whose entities would go. */
export interface Removal {
  /** The node id; of what is `stray` the reference of the entity. */
  id: string;
  name: string;
  /**
   * `gone`: GitHub does not list it. `left-out`: it is there, but nothing of it belongs in the catalog any more. `undescribed`: it has lost a
   * descriptor. `stray`: the catalog has it from another provider of the same name, and the mirror has not found it.
   */
  kind: 'gone' | 'left-out' | 'undescribed' | 'stray';
  /** When it was last seen, ISO 8601, before the run that misses it: where that is another time now, it has been seen since. */
  seenAt?: string;
}

export interface StoredPlan {
  host: string;
  organisation: string;
  plan: HeldPlan;
  removals: Removal[];
  /** The credential of the run that made it. */
  credential?: string;
}

/** Removals that wait for an operator; at most one plan per organisation. */
export interface PlanStore {
  of(options: {
    host: string;
    organisation: string;
  }): Promise<StoredPlan | undefined>;
  byId(id: string): Promise<StoredPlan | undefined>;
  /** Replaces an earlier one. */
  hold(plan: StoredPlan): Promise<void>;
  /** With an id only where it is still this one. */
  clear(options: {
    host: string;
    organisation: string;
    id?: string;
  }): Promise<void>;
}
