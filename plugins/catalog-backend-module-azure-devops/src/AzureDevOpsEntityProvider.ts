import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type { AzureDevOpsCredentialsProvider } from '@backstage/integration';
import {
  type EntityProvider,
  type EntityProviderConnection,
  locationSpecToLocationEntity,
} from '@backstage/plugin-catalog-node';
import type { Source } from './Source';
import { createFileUrl } from './createFileUrl';
import { searchFiles } from './search/searchFiles';

/** Keeps one location in the catalog for each catalog file of a source. */
export class AzureDevOpsEntityProvider implements EntityProvider {
  constructor(
    private readonly options: {
      source: Source;
      credentials: AzureDevOpsCredentialsProvider;
      logger: LoggerService;
      taskRunner: SchedulerServiceTaskRunner;
      /** Default: Node's. */
      fetch?: typeof fetch;
    },
  ) {}

  getProviderName(): string {
    return `AzureDevOpsEntityProvider:${this.options.source.id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const name = this.getProviderName();
    const logger = this.options.logger.child({ target: name });

    await this.options.taskRunner.run({
      id: `${name}:refresh`,
      fn: async signal => {
        try {
          const found = await this.refresh({ connection, signal });
          logger.info(`${name} found ${found} catalog files`);
        } catch (error) {
          // The catalog keeps what it has: an answer that cannot be trusted must not delete.
          logger.error(`${name} changed nothing. ${reasonOf(error)}`);
        }
      },
    });
  }

  /** Replaces what this provider has in the catalog by what Azure DevOps has now; returns how many files that are. */
  private async refresh(options: {
    connection: EntityProviderConnection;
    signal: AbortSignal;
  }): Promise<number> {
    const { source, credentials, fetch: fetchApi = fetch } = this.options;
    const files = await searchFiles({
      source,
      credentials,
      fetch: fetchApi,
      signal: options.signal,
    });

    // The search sometimes names a file twice.
    const urls = new Set(files.map(file => createFileUrl({ source, file })));
    await options.connection.applyMutation({
      type: 'full',
      entities: [...urls].map(target => ({
        locationKey: this.getProviderName(),
        entity: locationSpecToLocationEntity({
          location: { type: 'url', target, presence: 'required' },
        }),
      })),
    });
    return urls.size;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
