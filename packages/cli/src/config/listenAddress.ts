import type { Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { valueAt } from './valueAt';

/**
 * Where the portal listens, or would. The configuration need not satisfy the schema: what is wrong with the keys themselves is reported by
 * the check against it, and then they count for nothing here.
 */
export function listenAddress(options: {
  config: Config;
  /** Of the environment: where it listens unless a file says otherwise. */
  port: number;
}): { host: string; port: number } {
  const data = options.config.get<JsonObject>();
  const host = valueAt(data, 'backend.listen.host');
  const port = valueAt(data, 'backend.listen.port');
  // A number that comes from a variable is a text.
  const isNumber =
    typeof port === 'number' ||
    (typeof port === 'string' && /^\d+$/.test(port));
  return {
    host: typeof host === 'string' ? host : '0.0.0.0',
    port: isNumber ? Number(port) : options.port,
  };
}
