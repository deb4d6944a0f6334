import type {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** An entity provider that applies what the test tells it to. */
export class TestProvider implements EntityProvider {
  private connection?: EntityProviderConnection;

  constructor(private readonly name: string) {}

  getProviderName() {
    return this.name;
  }

  async connect(connection: EntityProviderConnection) {
    this.connection = connection;
  }

  async full(entities: DeferredEntity[]) {
    await this.connected().applyMutation({ type: 'full', entities });
  }

  async delta(options: {
    added: DeferredEntity[];
    /** Entity references. */
    removed: string[];
  }) {
    await this.connected().applyMutation({
      type: 'delta',
      added: options.added,
      removed: options.removed.map(entityRef => ({ entityRef })),
    });
  }

  async refresh(keys: string[]) {
    await this.connected().refresh({ keys });
  }

  private connected(): EntityProviderConnection {
    if (!this.connection) {
      throw new Error(`The catalog did not connect the provider ${this.name}`);
    }
    return this.connection;
  }
}
