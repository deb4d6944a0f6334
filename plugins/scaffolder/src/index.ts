/**
 * Callboard's pages in the scaffolder: a run with its steps, cause and retry; a template's form with what it would do.
 *
 * @packageDocumentation
 */
export { scaffolderModule as default } from './scaffolderModule';
export { templateCardModule } from './cards/templateCardModule';
export { runsApiRef, type RunsApi } from './api/RunsApi';
