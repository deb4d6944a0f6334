import type { JsonValue } from '@backstage/types';

/** A text of the configuration; undefined where there is none, or something else. */
export function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
