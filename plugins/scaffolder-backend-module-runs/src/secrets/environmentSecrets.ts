import type { RootConfigService } from '@backstage/backend-plugin-api';

const KEY = 'scaffolder.defaultEnvironment.secrets';

let read: () => string[] = () => [];

/**
 * Has the secrets that the configuration gives to every run (`scaffolder.defaultEnvironment.secrets`) be masked with those of each run. Once
 * per process, while the module is initialised; a changed configuration counts for the runs that begin afterwards.
 */
export function useEnvironmentSecrets(options: {
  config: RootConfigService;
}): void {
  const { config } = options;
  read = () => {
    const secrets = config.getOptionalConfig(KEY);
    return secrets?.keys().map(key => secrets.getString(key)) ?? [];
  };
}

/** What every run may be given by the configuration. Empty until `useEnvironmentSecrets`. */
export function environmentSecrets(): string[] {
  return read();
}
