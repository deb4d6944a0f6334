import type { Config } from '@backstage/config';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';

const DOCS = 'https://backstage.io/docs/integrations';

/** Location types, the processors that read them, and where to learn how to install those. */
const EXTERNAL: [type: string, processor: string, docs: string][] = [
  ['aws-cloud-accounts', 'AwsOrganizationCloudAccountProcessor', DOCS],
  ['s3-discovery', 'AwsS3DiscoveryProcessor', `${DOCS}/aws-s3/discovery`],
  [
    'azure-discovery',
    'AzureDevOpsDiscoveryProcessor',
    `${DOCS}/azure/discovery`,
  ],
  [
    'bitbucket-discovery',
    'BitbucketDiscoveryProcessor',
    `${DOCS}/bitbucket/discovery`,
  ],
  ['github-discovery', 'GithubDiscoveryProcessor', `${DOCS}/github/discovery`],
  ['github-org', 'GithubOrgReaderProcessor', `${DOCS}/github/org`],
  ['gitlab-discovery', 'GitLabDiscoveryProcessor', `${DOCS}/gitlab/discovery`],
  ['ldap-org', 'LdapOrgReaderProcessor', `${DOCS}/ldap/org`],
  [
    'microsoft-graph-org',
    'MicrosoftGraphOrgReaderProcessor',
    `${DOCS}/azure/org`,
  ],
];

const OFF_SWITCH = 'catalog.engine.skipMissingProcessorsCheck';

/** Throws when `catalog.locations` has an entry of a well-known type whose processor is not installed. */
export function checkMissingProcessors(options: {
  config: Config;
  processors: readonly CatalogProcessor[];
}): void {
  const { config, processors } = options;
  if (config.getOptionalBoolean(OFF_SWITCH)) return;
  const types = config
    .getOptionalConfigArray('catalog.locations')
    ?.map(location => location.getString('type'));
  const installed = processors.map(each => each.getProcessorName());

  for (const [type, processor, docs] of EXTERNAL) {
    if (types?.includes(type) && !installed.includes(processor)) {
      throw new Error(
        [
          `Your config contains a "catalog.locations" entry of type ${type},`,
          `but does not have the corresponding catalog processor ${processor} installed.`,
          `This processor is part of a module that has to be installed. Please follow the installation`,
          `instructions at ${docs} if you are using this ability, or remove the`,
          `location from your app config if you do not. You can also silence this check entirely`,
          `by setting ${OFF_SWITCH} to true.`,
        ].join(' '),
      );
    }
  }
}
