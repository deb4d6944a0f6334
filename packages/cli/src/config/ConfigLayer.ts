import type { JsonObject } from '@backstage/types';

/** What a layer is, which decides how its lists merge and what a report says about it. */
export type ConfigLayerKind =
  | 'base'
  | 'derived'
  | 'environment'
  | 'preset'
  | 'plugin'
  | 'operator';

/** One layer of the configuration, after substitution of variables. */
export interface ConfigLayer {
  kind: ConfigLayerKind;
  /** What a person would call it: a file relative to the root, `preset demo`, a variable. */
  name: string;
  /** The file it was read from, absolute. */
  file?: string;
  data: JsonObject;
  /** For a preset: the variables that a value was filled in from, by its way in the data as JSON. */
  variablesAt?: Map<string, string[]>;
}
