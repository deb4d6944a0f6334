import { ForwardedError } from '@backstage/errors';
import type { Ingestion } from '../ingestion/Ingestion';
import type { ProviderEntry } from './CatalogExtensions';

/** Connects all providers. The failure of one that a module has added is that module's; of the catalog's own, it is thrown. */
export async function connectProviders(options: {
  entries: readonly ProviderEntry[];
  ingestion: Pick<Ingestion, 'connectionFor'>;
}): Promise<void> {
  const { entries, ingestion } = options;
  await Promise.all(
    entries.map(async ({ provider, context }) => {
      try {
        await provider.connect(ingestion.connectionFor(provider));
      } catch (error) {
        if (!context) throw error;
        context.reportModuleStartupFailure({
          error: new ForwardedError(
            `Failed to connect entity provider '${provider.getProviderName()}'`,
            error,
          ),
        });
      }
    }),
  );
}
