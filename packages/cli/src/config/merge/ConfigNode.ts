import type { JsonPrimitive, JsonValue } from '@backstage/types';
import type { ConfigLayer } from '../ConfigLayer';

/** What a higher layer has put out of effect. */
export interface Override {
  layer: ConfigLayer;
  value: JsonValue;
}

interface NodeOrigin {
  /** The highest layer that has the key. */
  layer: ConfigLayer;
  /** Where the key is in that layer: a list may lie elsewhere than in the result. */
  path: string[];
  /** Lowest layer first. */
  overrides: Override[];
}

/** A value of the effective configuration together with where it came from. */
export type ConfigNode = NodeOrigin &
  (
    | { kind: 'map'; children: Map<string, ConfigNode> }
    | { kind: 'list'; items: ConfigNode[] }
    | { kind: 'scalar'; value: JsonPrimitive }
  );
