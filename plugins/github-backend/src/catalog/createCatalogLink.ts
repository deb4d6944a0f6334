import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import type { MirrorView } from '../store/MirrorView';
import type { CatalogLink } from './CatalogLink';

interface Waiting {
  connection: Promise<EntityProviderConnection>;
  resolve(connection: EntityProviderConnection): void;
}

/** See `CatalogLink`. A provider that is connected again replaces what was there for those who ask from then on. */
export function createCatalogLink(): CatalogLink {
  const providers = new Map<string, Waiting>();
  let served: MirrorView | undefined;

  function waitingFor(providerName: string) {
    const known = providers.get(providerName);
    if (known) {
      return known;
    }
    let resolve: Waiting['resolve'] = () => {};
    const connection = new Promise<EntityProviderConnection>(resolved => {
      resolve = resolved;
    });
    const waiting = { connection, resolve };
    providers.set(providerName, waiting);
    return waiting;
  }

  return {
    connected({ providerName, connection }) {
      waitingFor(providerName).resolve(connection);
      providers.set(providerName, {
        connection: Promise.resolve(connection),
        resolve: () => {},
      });
    },
    async connectionOf({ providerName }) {
      return await waitingFor(providerName).connection;
    },
    serve(view) {
      served = view;
    },
    view() {
      return served;
    },
  };
}
