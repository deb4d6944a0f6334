import type { FeatureNeed } from '../FeatureNeed';
import { switched } from './switched';

/** A feature that `callboard.connections.features.ID` switches on or off, whatever else the configuration says. */
export function feature(need: FeatureNeed): FeatureNeed {
  return {
    ...need,
    isOn: ({ config, host }) =>
      switched({ config, id: need.id }) ?? need.isOn({ config, host }),
  };
}
