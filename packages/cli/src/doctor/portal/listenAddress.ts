import type { Config } from '@backstage/config';
import type { Environment } from '../../config/readEnvironment';

/** Where the portal listens, or would. */
export function listenAddress(options: {
  config: Config;
  environment: Pick<Environment, 'port'>;
}): { host: string; port: number } {
  const { config, environment } = options;
  return {
    host: config.getOptionalString('backend.listen.host') ?? '0.0.0.0',
    port: config.getOptionalNumber('backend.listen.port') ?? environment.port,
  };
}
