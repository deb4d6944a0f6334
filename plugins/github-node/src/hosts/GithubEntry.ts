import type { ConfiguredConnection } from '@backstage/connections/config';
import type { JsonObject } from '@backstage/types';

/** One GitHub as the configuration names it, before and after it was validated. */
export interface RawEntry {
  /** As in URLs, in the case of the configuration. */
  host: string;
  origin: 'connections' | 'integrations';
  configKey: string;
  raw: JsonObject;
}

export interface GithubEntry extends RawEntry {
  connection: ConfiguredConnection<'github'>;
}
