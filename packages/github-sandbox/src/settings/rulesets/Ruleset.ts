/** A ruleset as it is kept: GitHub's own JSON, without what follows from where it is. */
export interface Ruleset extends Record<string, unknown> {
  id: number;
  name: string;
  target: 'branch' | 'tag' | 'push' | 'repository';
  enforcement: 'active' | 'disabled' | 'evaluate';
  bypass_actors: Array<{
    actor_id: number | null;
    actor_type: string;
    bypass_mode: string;
  }>;
  conditions: Conditions | null;
  rules: Array<{ type: string; parameters?: Record<string, unknown> }>;
  created_at: string;
  updated_at: string;
}

export interface Conditions {
  ref_name?: { include: string[]; exclude: string[] };
  repository_name?: { include: string[]; exclude: string[] };
  repository_id?: { repository_ids: number[] };
}
