import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  home?: {
    newEntities?: {
      /**
       * How often the catalog is asked how many entities of each kind it has. Its entities are read only when these
       * numbers have changed, and once an hour. Every minute when absent.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
