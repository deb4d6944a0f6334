import type { FeatureNeed } from '../../FeatureNeed';
import { feature } from '../feature';

/** Something that plugins from elsewhere can do today. It counts where `callboard.connections.features.ID` is true. */
export function plannedFeature(
  need: Omit<FeatureNeed, 'isOn' | 'scopes' | 'events'>,
): FeatureNeed {
  return feature({
    ...need,
    isOn: () => ({ on: false, because: 'not part of this portal yet' }),
    scopes: ['repo'],
    events: [],
  });
}
