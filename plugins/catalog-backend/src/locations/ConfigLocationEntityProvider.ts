import { resolve } from 'node:path';
import type { Config } from '@backstage/config';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { toProvidedLocation } from './toProvidedLocation';

/** Provides the locations of `catalog.locations`, and follows the configuration while it changes. */
export class ConfigLocationEntityProvider implements EntityProvider {
  readonly #config: Config & { subscribe?: (onChange: () => void) => unknown };
  readonly #logger: LoggerService;

  constructor(options: { config: Config; logger: LoggerService }) {
    this.#config = options.config;
    this.#logger = options.logger;
  }

  getProviderName(): string {
    return 'ConfigLocationProvider';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    let entities = this.#read();
    await connection.applyMutation({ type: 'full', entities });
    let known = JSON.stringify(entities);

    this.#config.subscribe?.(() => {
      entities = this.#read();
      const current = JSON.stringify(entities);
      if (current === known) return;
      known = current;
      connection
        .applyMutation({ type: 'full', entities })
        .catch(error =>
          this.#logger.error(
            `Failed to apply the change of catalog.locations, ${stringifyError(
              error,
            )}`,
          ),
        );
    });
  }

  #read(): DeferredEntity[] {
    const locations =
      this.#config.getOptionalConfigArray('catalog.locations') ?? [];
    return locations.map(location => {
      const type = location.getString('type');
      const target = location.getString('target');
      return toProvidedLocation({
        type,
        target: type === 'file' ? resolve(target) : target,
      });
    });
  }
}
