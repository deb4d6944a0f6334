import type { FeatureNeed } from '../../FeatureNeed';
import { feature } from '../feature';

const KEY = 'callboard.github.activity.enabled';

/** A tab of the portal's own about a repository. Without its permissions the tab says so, and everything else works. */
export function tabFeature(
  need: Omit<FeatureNeed, 'isOn' | 'scopes' | 'optional'>,
): FeatureNeed {
  return feature({
    ...need,
    isOn: ({ config }) =>
      config.getOptionalBoolean(KEY) ?? true
        ? { on: true, because: `entity pages show it, unless ${KEY} is false` }
        : { on: false, because: `${KEY} is false` },
    scopes: ['repo'],
    optional: true,
  });
}
