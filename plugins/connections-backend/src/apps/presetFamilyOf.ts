import type { Config } from '@backstage/config';
import type { PresetFamily } from '@callboard/plugin-connections-common';

/** Which presets read the credentials of a host, by what is on: GITHUB_HOST may name another host than github.com, too. */
export function presetFamilyOf(options: {
  host: string;
  config: Config;
}): PresetFamily {
  const { host, config } = options;
  const presets = config.getOptionalStringArray('callboard.presets') ?? [];
  const isOn = (...names: string[]) =>
    names.some(name => presets.includes(name));
  if (host.toLowerCase() === 'github.com') {
    return 'github';
  }
  return isOn('github', 'github-auth') && !isOn('github-enterprise', 'ghe-auth')
    ? 'github'
    : 'github-enterprise';
}

/** Whether a preset is on that reads the variables of a family. */
export function isFamilyOn(options: {
  family: PresetFamily;
  config: Config;
}): boolean {
  const { family, config } = options;
  const presets = config.getOptionalStringArray('callboard.presets') ?? [];
  return presets.includes(family);
}
