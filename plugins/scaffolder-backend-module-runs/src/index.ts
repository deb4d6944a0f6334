/**
 * Runs of templates that are never lost, never run twice, and never show a secret.
 *
 * @packageDocumentation
 */
export { type CurrentRun, currentRun } from './broker/currentRun';
export { noteCause } from './causes/noteCause';
export { noteGithubCause } from './causes/noteGithubCause';
export { collectPlan, planCall } from './dryRun/plan';
export { runsModule as default } from './module';
export {
  maskedAuditorServiceFactory,
  maskedLoggerServiceFactory,
} from './services/maskedServices';
export { runsCatalogServiceFactory } from './services/runsCatalogServiceFactory';
