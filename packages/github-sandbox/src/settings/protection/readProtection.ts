import type {
  Actors,
  PullReviews,
  StatusChecks,
  StoredProtection,
} from './StoredProtection';

/** Reads settings of a protected branch, as PUT takes them or as they are kept; what is left out is off. https://docs.github.com/rest/branches/branch-protection#update-branch-protection */
export function readProtection(json: unknown): StoredProtection {
  const raw = (json ?? {}) as Record<string, any>;
  const { restrictions } = raw;
  return {
    required_status_checks: raw.required_status_checks
      ? readChecks(raw.required_status_checks)
      : null,
    enforce_admins: isOn(raw.enforce_admins),
    required_pull_request_reviews: raw.required_pull_request_reviews
      ? readReviews(raw.required_pull_request_reviews)
      : null,
    restrictions: restrictions ? readActors(restrictions) : null,
    required_signatures: isOn(raw.required_signatures),
    required_linear_history: isOn(raw.required_linear_history),
    allow_force_pushes: isOn(raw.allow_force_pushes),
    allow_deletions: isOn(raw.allow_deletions),
    block_creations: isOn(raw.block_creations),
    required_conversation_resolution: isOn(
      raw.required_conversation_resolution,
    ),
    lock_branch: isOn(raw.lock_branch),
    allow_fork_syncing: isOn(raw.allow_fork_syncing),
  };
}

/** `checks` name an App where that is wanted; -1 and nothing stand for any. Names that are in `contexts` alone take any, too. */
export function readChecks(raw: Record<string, any>): StatusChecks {
  const named: StatusChecks['checks'] = (raw.checks ?? []).map(
    ({ context, app_id }: { context: string; app_id?: number }) => ({
      context,
      app_id: app_id && app_id > 0 ? app_id : null,
    }),
  );
  const others = ((raw.contexts ?? []) as string[]).filter(
    name => !named.some(({ context }) => context === name),
  );
  const checks = [
    ...named,
    ...others.map(context => ({ context, app_id: null })),
  ];
  return {
    strict: raw.strict === true,
    contexts: checks.map(({ context }) => context),
    checks,
  };
}

export function readReviews(raw: Record<string, any>): PullReviews {
  const actors = (name: string) =>
    raw[name] && Object.keys(raw[name]).length > 0
      ? { [name]: readActors(raw[name]) }
      : {};
  return {
    dismiss_stale_reviews: raw.dismiss_stale_reviews === true,
    require_code_owner_reviews: raw.require_code_owner_reviews === true,
    required_approving_review_count: raw.required_approving_review_count ?? 1,
    require_last_push_approval: raw.require_last_push_approval === true,
    ...actors('dismissal_restrictions'),
    ...actors('bypass_pull_request_allowances'),
  };
}

export function readActors(raw: Record<string, any>): Actors {
  return {
    users: [...(raw.users ?? [])],
    teams: [...(raw.teams ?? [])],
    apps: [...(raw.apps ?? [])],
  };
}

function isOn(value: unknown): boolean {
  return typeof value === 'object'
    ? (value as { enabled?: boolean } | null)?.enabled === true
    : value === true;
}
