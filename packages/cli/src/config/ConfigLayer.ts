import type { JsonObject } from '@backstage/types';

/** One layer of the configuration, after substitution of variables. */
export interface ConfigLayer {
  /** What a person would call it: a file relative to the root, `preset demo`, a variable. */
  name: string;
  /** The file it was read from, absolute. */
  file?: string;
  data: JsonObject;
}
