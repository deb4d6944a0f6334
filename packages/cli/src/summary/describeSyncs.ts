import type { Config } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { describeFrequency } from './describeFrequency';

/** What is brought into the catalog, and how often: one line per entry of `catalog.providers`. */
export function describeSyncs(config: Config): string[] {
  const providers = config.getOptional<JsonObject>('catalog.providers') ?? {};
  return Object.entries(providers).flatMap(([provider, value]) =>
    entriesOf(value).map(
      ({ id, schedule }) =>
        `${provider}${id ? ` ${id}` : ''}: ${describeFrequency(schedule)}`,
    ),
  );
}

/** A provider's value is one configuration, a list of them, or a map of them by id. */
function entriesOf(
  value: JsonValue | undefined,
): { id?: string; schedule?: JsonValue }[] {
  if (Array.isArray(value)) {
    return value.filter(isMap).map(({ id, schedule }) => ({
      id: id === undefined ? undefined : `${id}`,
      schedule,
    }));
  }
  if (!isMap(value)) {
    return [];
  }
  const children = Object.entries(value);
  const isOne =
    'schedule' in value || children.some(([, child]) => !isMap(child));
  return isOne
    ? [{ schedule: value.schedule }]
    : children.map(([id, child]) => ({
        id,
        schedule: (child as JsonObject).schedule,
      }));
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
