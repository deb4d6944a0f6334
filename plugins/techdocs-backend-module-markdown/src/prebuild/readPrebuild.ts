import type { Config } from '@backstage/config';
import type { LoggerService } from '@backstage/backend-plugin-api';

const KEY = 'techdocs.generator.prebuild';

/** Whether the docs of all entities are to be built ahead of their first visit. Only a portal that builds docs itself can. */
export function readPrebuild(options: {
  config: Config;
  logger: LoggerService;
}): boolean {
  const { config, logger } = options;
  if (!config.getOptionalBoolean(KEY)) {
    return false;
  }
  const builder = config.getOptionalString('techdocs.builder') ?? 'local';
  if (builder !== 'local') {
    logger.warn(
      `${KEY} has no effect, because techdocs.builder is '${builder}': docs are built outside of the portal`,
    );
    return false;
  }
  return true;
}
