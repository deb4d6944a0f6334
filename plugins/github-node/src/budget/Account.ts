import type { RateResource } from '../trace/TraceEntry';
import type { BudgetAnswer, BudgetRequest } from './RequestBudget';

/** Why a request cannot go yet. */
export interface Obstacle {
  /** Those that need the same lane wait behind it. */
  lane: Lane;
  /** In milliseconds since the epoch. Undefined: when requests under way are answered. */
  until?: number;
  reason: string;
}

export type Lane =
  /** Every request needs it. */
  | 'account'
  | 'background'
  | 'points rest'
  | 'points graphql'
  | 'creations'
  | 'writes'
  | `limit ${RateResource}`;

/** What one account may do: who may go now, and what the answers have told. It knows nothing of waiting. */
export interface Account {
  lanesOf(request: BudgetRequest): Lane[];
  /** None: it may go. */
  obstaclesTo(request: BudgetRequest): Obstacle[];
  /** It goes. The result is called once with the answer, or with nothing when none came. */
  enter(request: BudgetRequest): (answer?: BudgetAnswer) => void;
  penalise(): void;
  isIdle(): boolean;
  resources(): Array<{
    resource: RateResource;
    limit?: number;
    remaining?: number;
    resetAt?: number;
    reserve: number;
    inFlight: number;
  }>;
  pause(): { until: number; reason: string } | undefined;
}
