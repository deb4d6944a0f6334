import type { JsonObject, WorkflowPlan } from '../types';

export interface GithubContextOptions {
  plan: WorkflowPlan;
  /** `owner/name` */
  repository: string;
  repositoryId: number;
  repositoryOwnerId: number;
  repositoryVisibility?: 'public' | 'private' | 'internal';
  /** Login of who caused the event. */
  actor: string;
  actorId: number;
  /** Login of who started this attempt; default the actor. */
  triggeringActor?: string;
  runId: number;
  runNumber: number;
  /** From 1. */
  runAttempt: number;
  /** `https://github.com` */
  serverUrl: string;
  apiUrl: string;
  graphqlUrl: string;
  /** The run's GITHUB_TOKEN: masked in logs. */
  token: string;
  /** Whether rules protect the ref. */
  refProtected?: boolean;
}

/**
 * The `github` context of a run. The engine adds `job`, `action`, `workspace` and the like while it runs.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context
 */
export function buildGithubContext(options: GithubContextOptions): JsonObject {
  const { plan } = options;
  const { event } = plan;
  const [owner] = options.repository.split('/');
  return {
    token: options.token,
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: options.refProtected ?? false,
    sha: event.sha,
    head_ref: event.headRef ?? '',
    base_ref: event.baseRef ?? '',
    event_name: event.name,
    event: event.payload,
    repository: options.repository,
    repository_id: String(options.repositoryId),
    repository_owner: owner,
    repository_owner_id: String(options.repositoryOwnerId),
    repositoryUrl: `git://${new URL(options.serverUrl).host}/${
      options.repository
    }.git`,
    repository_visibility: options.repositoryVisibility ?? 'public',
    actor: options.actor,
    actor_id: String(options.actorId),
    triggering_actor: options.triggeringActor ?? options.actor,
    workflow: plan.name,
    workflow_ref: `${options.repository}/${plan.path}@${event.ref}`,
    workflow_sha: event.sha,
    run_id: String(options.runId),
    run_number: String(options.runNumber),
    run_attempt: String(options.runAttempt),
    retention_days: '90',
    secret_source: 'Actions',
    server_url: options.serverUrl,
    api_url: options.apiUrl,
    graphql_url: options.graphqlUrl,
  };
}
