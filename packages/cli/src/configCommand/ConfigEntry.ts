import type { JsonValue } from '@backstage/types';

/** One key of the effective configuration, secrets masked. */
export interface ConfigEntry {
  /** As in Backstage: `catalog.locations[0].target`. */
  key: string;
  /** Null where a layer has removed the key. */
  value: JsonValue;
  /** The file with line and column, the preset or the variable that set it. */
  from: string;
  /** What higher layers have put out of effect, highest first. */
  overrides: { value: JsonValue; from: string }[];
}
