import type { Config } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { RawEntry } from './GithubEntry';
import { textOf } from './textOf';

/** Every entry for a GitHub under both configuration roots, in their order, with its place; not validated. */
export function readRawEntries(options: { config: Config }): {
  integrations: RawEntry[];
  connections: RawEntry[];
} {
  const { config } = options;
  return {
    integrations: listAt(config, 'integrations.github').map(
      ({ raw, configKey }) => ({
        raw,
        configKey,
        origin: 'integrations',
        // Stock's reader has the same default.
        host: textOf(raw.host) ?? 'github.com',
      }),
    ),
    connections: listAt(config, 'connections')
      .filter(({ raw }) => raw.type === 'github')
      .map(({ raw, configKey }) => ({
        raw,
        configKey,
        origin: 'connections',
        host: textOf(raw.host) ?? '',
      })),
  };
}

function listAt(config: Config, key: string) {
  const value = config.getOptional<JsonValue>(key);
  return (Array.isArray(value) ? value : []).flatMap((raw, index) =>
    isObject(raw) ? [{ raw, configKey: `${key}[${index}]` }] : [],
  );
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
