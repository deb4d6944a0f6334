import type { Config } from '@backstage/config';
import type { PublisherType } from '@backstage/plugin-techdocs-node';

const TYPES: PublisherType[] = [
  'local',
  'awsS3',
  'googleGcs',
  'azureBlobStorage',
  'openStackSwift',
];

/** Where sites are published, if stock TechDocs knows the place: others come with a publisher of their own. */
export function readPublisherType(options: {
  config: Config;
}): PublisherType | undefined {
  const type =
    options.config.getOptionalString('techdocs.publisher.type') ?? 'local';
  return TYPES.find(known => known === type);
}
