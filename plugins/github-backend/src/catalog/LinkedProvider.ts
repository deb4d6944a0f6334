import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { CatalogLink } from './CatalogLink';

/** A provider that only hands its connection to the plugin `github`, which does the work. */
export class LinkedProvider implements EntityProvider {
  readonly #providerName: string;
  readonly #link: CatalogLink;

  constructor(options: { providerName: string; link: CatalogLink }) {
    this.#providerName = options.providerName;
    this.#link = options.link;
  }

  getProviderName(): string {
    return this.#providerName;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#link.connected({ providerName: this.#providerName, connection });
  }
}
