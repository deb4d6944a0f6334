import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  callboard?: {
    connections?: {
      /** When the checks run by themselves, in each replica: every minute, and five seconds after the start, when absent. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * What the portal does with GitHub, where the configuration does not tell by itself: the id of a feature, such as `templates-pages`,
       * and whether its permissions count as needed. `/api/connections` lists the ids.
       */
      features?: { [id: string]: boolean };
      /** Where the portal takes webhooks, when that is not `backend.baseUrl` with `/api/events/http/github`. */
      webhookUrl?: string;
    };
  };
}
