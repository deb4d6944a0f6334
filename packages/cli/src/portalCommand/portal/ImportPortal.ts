import type {
  ImportMode,
  ImportRun,
  OrganisationStatus,
  WikiDocsOutcome,
  WikiDocsPlan,
} from '@callboard/plugin-github-common';

/** The portal that runs, for imports. All throw a `ProblemsError` that says what to do. */
export interface ImportPortal {
  organisations(): Promise<OrganisationStatus[]>;
  plan(options: { host?: string; organisation: string }): Promise<ImportRun>;
  list(): Promise<ImportRun[]>;
  find(options: { id: string; items: boolean }): Promise<ImportRun>;
  apply(options: {
    id: string;
    mode: ImportMode;
    repositories?: string[];
  }): Promise<ImportRun>;
  /** Which wikis could be brought into `docs/`. */
  planWikis(options: {
    host?: string;
    organisation: string;
  }): Promise<WikiDocsPlan>;
  /** Opens the pull request of one; `repository` is `OWNER/NAME`. */
  proposeWiki(options: {
    host?: string;
    repository: string;
  }): Promise<WikiDocsOutcome>;
}
