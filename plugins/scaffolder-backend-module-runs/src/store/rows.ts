import type { TaskStatus } from '@backstage/plugin-scaffolder-node';

/** Stock's table `tasks`. Instants are texts on SQLite and dates on PostgreSQL. */
export interface TaskRow {
  id: string;
  /** JSON. */
  spec: string;
  status: TaskStatus;
  created_at: unknown;
  last_heartbeat_at: unknown;
  created_by: string | null;
  /** JSON: `{"sealed": "v1.…"}`, or what stock wrote. */
  secrets: string | null;
  /** JSON: `{"sealed": "v1.…"}`, or what stock wrote. */
  state: string | null;
  /** A sealed archive. */
  workspace: Buffer | null;
}

/** Stock's table `task_events`. */
export interface EventRow {
  id: number | string;
  task_id: string;
  /** JSON. */
  body: string;
  event_type: 'completion' | 'log' | 'cancelled' | 'recovered';
  created_at: unknown;
}

/** Our table `run_claims`. */
export interface ClaimRow {
  task_id: string;
  claim: string | null;
  worker: string | null;
  claimed_at: unknown;
  attempts: number;
  recoveries: number;
  recovered_at: unknown;
  ended_at: unknown;
  dropped_at: unknown;
}
