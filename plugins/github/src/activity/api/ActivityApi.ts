import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  ActedAnswer,
  Answer,
  DispatchRequest,
  EntityRepositoryAnswer,
  GroupSummary,
  Insights,
  LogState,
  Mine,
  Pulls,
  Readme,
  RerunRequest,
  RunDetail,
  Runs,
  Security,
  Stations,
  Workflow,
} from '@callboard/plugin-github-common';

/** Which entity, by its full reference: `component:default/shop`. */
interface Asked {
  entityRef: string;
  signal?: AbortSignal;
}

/** What narrows a list of runs; a page has 30, the first is 1. */
export interface RunQuery {
  workflow?: number;
  branch?: string;
  event?: string;
  status?: string;
  page?: number;
}

/** A job's log: its text as GitHub has it, or why there is none. */
export type JobLog = { state: 'text'; text: string } | LogState;

/**
 * What tabs and cards ask of the portal's backend about the repository of an entity; nobody needs a session with GitHub. Errors are those of
 * `@backstage/errors`, with the backend's own words as their cause: an entity that the person may not see is a 404.
 */
export interface ActivityApi {
  repository(options: Asked): Promise<EntityRepositoryAnswer>;
  workflows(options: Asked): Promise<Answer<Workflow[]>>;
  /** What a workflow asks for on another branch or tag than the default branch. */
  workflowsAt(options: Asked & { ref: string }): Promise<Answer<Workflow[]>>;
  runs(options: Asked & { query: RunQuery }): Promise<Answer<Runs>>;
  run(
    options: Asked & { run: number; attempt?: number },
  ): Promise<Answer<RunDetail>>;
  log(options: Asked & { job: number }): Promise<JobLog>;
  rerun(
    options: { entityRef: string; run: number } & RerunRequest,
  ): Promise<ActedAnswer>;
  cancel(options: {
    entityRef: string;
    run: number;
    force?: boolean;
  }): Promise<ActedAnswer>;
  dispatch(
    options: { entityRef: string; workflow: number } & DispatchRequest,
  ): Promise<ActedAnswer>;
  pulls(options: Asked & { state?: 'open' | 'closed' }): Promise<Answer<Pulls>>;
  insights(options: Asked): Promise<Answer<Insights>>;
  readme(options: Asked): Promise<Answer<Readme>>;
  security(options: Asked): Promise<Security>;
  stations(options: Asked): Promise<Stations>;
  /** Has the docs of an entity built where they are not there yet; resolves when that is over. */
  buildDocs(options: { entityRef: string }): Promise<void>;
  /** Of a Group; with `children` of the groups below it, too. */
  groupSummary(options: Asked & { children?: boolean }): Promise<GroupSummary>;
  /** Of the person who is signed in. */
  mine(options?: { signal?: AbortSignal }): Promise<Mine>;
}

export const activityApiRef = createApiRef<ActivityApi>({
  id: 'plugin.github.activity',
});
