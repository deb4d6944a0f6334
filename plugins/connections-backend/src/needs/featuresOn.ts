import type { Config } from '@backstage/config';
import type { FeatureNeed } from './FeatureNeed';
import { featureNeeds } from './featureNeeds';

/** The features that are switched on for a host. */
export function featuresOn(options: {
  config: Config;
  host: string;
}): FeatureNeed[] {
  return featureNeeds.filter(({ isOn }) => isOn(options).on);
}
