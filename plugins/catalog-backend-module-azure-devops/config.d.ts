import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** Discovery of catalog files in Azure DevOps, one entry per source; the key names the source. */
      azureDevOps?: {
        [id: string]: {
          /** Host of Azure DevOps Server; it must be in `integrations.azure`. Default: dev.azure.com. */
          host?: string;
          /** The organization; on Azure DevOps Server the collection. */
          organization: string;
          /** The project, with wildcards. Default: `*`, all projects. */
          project?: string;
          /** The repository, with wildcards. Default: `*`, all repositories. */
          repository?: string;
          /** The catalog file within a repository, with wildcards. Default: /catalog-info.yaml. */
          path?: string;
          /** A branch that is listed in the "Searchable branches" of the repositories. Default: the default branch of each. */
          branch?: string;
          /** When to look. Default: every 30 minutes, for at most 3 minutes. */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        };
      };
    };
  };
}
