import type { Config } from '@backstage/config';

/**
 * Whether the catalog takes templates at all, and the key that says so: a rule of `catalog.rules` or of one location. Which actions the
 * templates use is not known from the configuration; it is all of them until `callboard.connections.features.ID` says otherwise.
 */
export function templatesAllowed(options: { config: Config }): {
  on: boolean;
  because: string;
} {
  const catalog = options.config.getOptionalConfig('catalog');
  const lists = [
    {
      key: 'catalog.rules',
      rules: catalog?.getOptionalConfigArray('rules') ?? [],
    },
    ...(catalog?.getOptionalConfigArray('locations') ?? []).map(
      (location, index) => ({
        key: `catalog.locations[${index}].rules`,
        rules: location.getOptionalConfigArray('rules') ?? [],
      }),
    ),
  ];
  for (const { key, rules } of lists) {
    const index = rules.findIndex(allowsTemplates);
    if (index >= 0) {
      return {
        on: true,
        because: `${key}[${index}] lets templates into the catalog`,
      };
    }
  }
  return {
    on: false,
    because: 'neither catalog.rules nor a location allows templates',
  };
}

function allowsTemplates(rule: Config): boolean {
  const kinds = rule.getOptionalStringArray('allow') ?? [];
  return kinds.some(kind => kind.toLocaleLowerCase('en-US') === 'template');
}
