/** What an import found in a repository. */
export type ImportState =
  /** It has a descriptor, which is in the catalog. */
  | 'described'
  /** It has a descriptor that the catalog cannot use; `problems` says why. */
  | 'invalid'
  /** It has none; `entity` is what would be made. */
  | 'inferable'
  /** It is in the catalog as inferred already. */
  | 'inferred'
  /** It is left out; `problems` says why: archived, empty, a filter. */
  | 'left-out';

/** One repository of a plan. */
export interface ImportItem {
  /** `acme/shop`. */
  repository: string;
  url: string;
  state: ImportState;
  /** What would be made of it, or is; only for `inferable` and `inferred`. `yaml` is the descriptor of a pull request. */
  entity?: { ref: string; yaml: string };
  /** What could not be inferred, in words: `no CODEOWNERS, no team has access: the owner is group:default/acme`. */
  missing: string[];
  problems: string[];
  /** Set once it has been applied or was tried. */
  outcome?: {
    status: 'registered' | 'pull-request' | 'skipped' | 'failed';
    at: string;
    url?: string;
    error?: string;
  };
}

export type ImportMode = 'register' | 'pull-request';

/** A plan, or the run that applies it; `GET /api/github/imports/:id`. Times are ISO 8601. */
export interface ImportRun {
  id: string;
  host: string;
  organisation: string;
  createdAt: string;
  /** Who made it, an entity reference, or `service:…`. */
  createdBy: string;
  mode?: ImportMode;
  /** `planning`: GitHub is being read; `done` and `total` count repositories, and there are no items yet. */
  status: 'planning' | 'planned' | 'running' | 'paused' | 'done' | 'failed';
  /** Why it is paused, or has failed, or what is missing in the plan: `GitHub allows 80 changes a minute …`. */
  statusReason?: string;
  /** When a paused run goes on by itself; undefined where a person has paused it. */
  pausedUntil?: string;
  counts: Record<ImportState, number>;
  /** Of `total`, the items that were chosen to be applied. */
  done: number;
  total: number;
  /** Empty in lists, and where `items=false` was asked for. */
  items: ImportItem[];
}
