import type { RepositoryCall } from '../../http/Route';
import { presentActors } from './presentActors';
import type {
  Actors,
  PullReviews,
  StatusChecks,
  StoredProtection,
} from './StoredProtection';

/** GitHub's `branch-protection`, which is `protected-branch` as well. What is off is left out where GitHub does so. */
export function presentProtection(options: {
  call: RepositoryCall;
  url: string;
  protection: StoredProtection;
}) {
  const { call, url, protection } = options;
  const {
    required_status_checks: checks,
    required_pull_request_reviews: reviews,
    restrictions,
  } = protection;
  const enabled = (value: boolean) => ({ enabled: value });
  return {
    url,
    ...(checks && { required_status_checks: presentChecks({ url, checks }) }),
    ...(restrictions && {
      restrictions: presentRestrictions({ call, url, restrictions }),
    }),
    ...(reviews && {
      required_pull_request_reviews: presentReviews({ call, url, reviews }),
    }),
    required_signatures: presentSwitch({
      url: `${url}/required_signatures`,
      on: protection.required_signatures,
    }),
    enforce_admins: presentSwitch({
      url: `${url}/enforce_admins`,
      on: protection.enforce_admins,
    }),
    required_linear_history: enabled(protection.required_linear_history),
    allow_force_pushes: enabled(protection.allow_force_pushes),
    allow_deletions: enabled(protection.allow_deletions),
    block_creations: enabled(protection.block_creations),
    required_conversation_resolution: enabled(
      protection.required_conversation_resolution,
    ),
    lock_branch: enabled(protection.lock_branch),
    allow_fork_syncing: enabled(protection.allow_fork_syncing),
  };
}

export function presentSwitch(options: { url: string; on: boolean }) {
  return { url: options.url, enabled: options.on };
}

/** GitHub's `status-check-policy`. */
export function presentChecks(options: { url: string; checks: StatusChecks }) {
  const url = `${options.url}/required_status_checks`;
  const { strict, contexts, checks } = options.checks;
  return { url, strict, contexts, contexts_url: `${url}/contexts`, checks };
}

/** GitHub's `protected-branch-pull-request-review`. */
export function presentReviews(options: {
  call: RepositoryCall;
  url: string;
  reviews: PullReviews;
}) {
  const { call } = options;
  const url = `${options.url}/required_pull_request_reviews`;
  const {
    dismissal_restrictions: dismissal,
    bypass_pull_request_allowances: bypass,
    ...switches
  } = options.reviews;
  const dismissalUrl = `${options.url}/dismissal_restrictions`;
  return {
    url,
    ...switches,
    ...(dismissal && {
      dismissal_restrictions: {
        url: dismissalUrl,
        users_url: `${dismissalUrl}/users`,
        teams_url: `${dismissalUrl}/teams`,
        ...presentActors({ call, actors: dismissal }),
      },
    }),
    ...(bypass && {
      bypass_pull_request_allowances: presentActors({ call, actors: bypass }),
    }),
  };
}

/** GitHub's `branch-restriction-policy`. */
export function presentRestrictions(options: {
  call: RepositoryCall;
  url: string;
  restrictions: Actors;
}) {
  const { call, restrictions } = options;
  const url = `${options.url}/restrictions`;
  const actors = presentActors({ call, actors: restrictions });
  return {
    url,
    users_url: `${url}/users`,
    teams_url: `${url}/teams`,
    apps_url: `${url}/apps`,
    ...actors,
    // Here, unlike elsewhere, GitHub describes no null.
    apps: actors.apps.map(app => ({
      ...app,
      description: app.description ?? '',
    })),
  };
}
