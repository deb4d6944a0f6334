/**
 * Discovers catalog files in the repositories of Azure DevOps.
 *
 * @packageDocumentation
 */
export { catalogModuleAzureDevOps as default } from './module';
