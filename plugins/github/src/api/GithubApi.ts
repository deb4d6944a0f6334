import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  ImportMode,
  ImportRun,
  OrganisationStatus,
} from '@callboard/plugin-github-common';

/** What the page asks of the backend. Errors are those of `@backstage/errors`, with the backend's own words as their cause. */
export interface GithubApi {
  /** Organisations that are mirrored. */
  organisations(options?: {
    signal?: AbortSignal;
  }): Promise<OrganisationStatus[]>;
  /** Newest first, without their repositories. */
  imports(options?: { signal?: AbortSignal }): Promise<ImportRun[]>;
  importRun(options: { id: string; signal?: AbortSignal }): Promise<ImportRun>;
  plan(options: { host?: string; organisation: string }): Promise<ImportRun>;
  /** Begins, or goes on with what was paused or failed where `repositories` is left out. */
  apply(options: {
    id: string;
    mode: ImportMode;
    repositories?: string[];
  }): Promise<ImportRun>;
  pause(options: { id: string }): Promise<ImportRun>;
}

export const githubApiRef = createApiRef<GithubApi>({
  id: 'plugin.github.service',
});
