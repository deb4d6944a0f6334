import {
  type RootConfigService,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Source } from './Source';

const KEY = 'catalog.providers.azureDevOps';
const CLOUD = 'dev.azure.com';
const SCHEDULE = { frequency: { minutes: 30 }, timeout: { minutes: 3 } };

/**
 * The configured sources, in their order.
 *
 * @throws InputError when a source names a host that is not an Azure DevOps integration.
 */
export function readSources(options: {
  config: RootConfigService;
  integrations: ScmIntegrationRegistry;
}): Source[] {
  const { config, integrations } = options;
  const sources = config.getOptionalConfig(KEY);

  return (sources?.keys() ?? []).map(id => {
    const source = sources!.getConfig(id);
    const host = source.getOptionalString('host') ?? CLOUD;
    if (!integrations.azure.byHost(host)) {
      throw new InputError(
        `${KEY}.${id}.host is "${host}", which integrations.azure does not list: add an entry with this host and its credentials.`,
      );
    }
    const schedule = source.getOptionalConfig('schedule');
    return {
      id,
      host,
      organization: source.getString('organization'),
      project: source.getOptionalString('project') ?? '*',
      repository: source.getOptionalString('repository') ?? '*',
      path: source.getOptionalString('path') ?? '/catalog-info.yaml',
      branch: source.getOptionalString('branch'),
      schedule: schedule
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
        : SCHEDULE,
    };
  });
}
