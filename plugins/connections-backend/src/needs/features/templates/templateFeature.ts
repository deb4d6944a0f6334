import type { FeatureNeed } from '../../FeatureNeed';
import { feature } from '../feature';
import { templatesAllowed } from './templatesAllowed';

/** A group of the scaffolder's actions for GitHub. It is on where templates may be in the catalog. */
export function templateFeature(
  need: Omit<FeatureNeed, 'isOn' | 'events'>,
): FeatureNeed {
  return feature({
    ...need,
    isOn: ({ config }) => templatesAllowed({ config }),
    events: [],
  });
}
