import type { Config } from '@backstage/config';
import { uniqBy } from 'lodash';
import type { ProviderEntry } from './CatalogExtensions';

/** Of several with one name the first, and none that `catalog.providerOptions` disables. */
export function selectProviders(options: {
  config: Config;
  entries: readonly ProviderEntry[];
}): ProviderEntry[] {
  const root = options.config.getOptionalConfig('catalog.providerOptions');
  const nameOf = ({ provider }: ProviderEntry) => provider.getProviderName();

  function optionsOf(entry: ProviderEntry): Config | undefined {
    try {
      return root?.getOptionalConfig(nameOf(entry));
    } catch {
      // Names that are no configuration keys cannot be configured.
      return undefined;
    }
  }
  return uniqBy(options.entries, nameOf).filter(
    entry => optionsOf(entry)?.getOptionalBoolean('disabled') !== true,
  );
}
