import type {
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { Publisher, type PublisherType } from '@backstage/plugin-techdocs-node';
import type { SiteBuilds } from '../prepare/SiteBuilds';
import { localSiteFolder } from './localSiteFolder';
import { readPublisherType } from './readPublisherType';
import { TidyPublisher } from './TidyPublisher';

/** The publisher that the configuration names, or undefined where it is none of stock TechDocs' own. */
export async function createPublisher(options: {
  config: Config;
  discovery: DiscoveryService;
  logger: LoggerService;
  builds: SiteBuilds;
}): Promise<{ type: PublisherType; publisher: TidyPublisher } | undefined> {
  const { config, discovery, logger, builds } = options;
  const type = readPublisherType({ config });
  if (!type) return undefined;
  const publisher = new TidyPublisher({
    inner: await Publisher.fromConfig(config, { discovery, logger }),
    builds,
    logger,
    ...(type === 'local' && {
      folderOf: entity => localSiteFolder({ config, entity }),
    }),
  });
  return { type, publisher };
}
