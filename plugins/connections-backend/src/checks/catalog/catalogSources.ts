import type { Config } from '@backstage/config';
import type { Check } from '../Check';
import { listed } from '../text/listed';

const TITLE = 'Something fills the catalog';

/** What the configuration reads entities from. */
export const catalogSources: Check = {
  id: 'catalog-sources',
  group: 'catalog',
  title: TITLE,
  run({ context: { config } }) {
    const sources = sourcesOf(config);
    return [
      sources.length > 0
        ? {
            check: TITLE,
            status: 'pass',
            cause: `It is filled by ${listed(sources)}.`,
            remedy: '',
          }
        : {
            check: TITLE,
            status: 'warn',
            cause:
              'Neither catalog.providers nor catalog.locations names a source, so only what people register by hand is in the catalog.',
            remedy:
              'Name a preset with a source (github, github-enterprise, gitlab-scm, azure), or add files to catalog.locations.',
          },
    ];
  },
};

function sourcesOf(config: Config): string[] {
  const providers = config.getOptionalConfig('catalog.providers')?.keys() ?? [];
  const locations = config.getOptional('catalog.locations');
  return [
    ...providers.map(name => `catalog.providers.${name}`),
    ...(Array.isArray(locations) && locations.length > 0
      ? ['catalog.locations']
      : []),
  ];
}
