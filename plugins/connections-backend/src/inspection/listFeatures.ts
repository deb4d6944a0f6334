import type { Config } from '@backstage/config';
import type { ConnectionsOverview } from '@callboard/plugin-connections-common';
import { permissionName } from '@callboard/plugin-github-node';
import type { FeatureNeed } from '../needs/FeatureNeed';

/** The parts of the portal that use GitHub, and whether they are on for any host. */
export function listFeatures(options: {
  config: Config;
  hosts: { host: string }[];
  features: FeatureNeed[];
}): ConnectionsOverview['features'] {
  const { config, hosts, features } = options;
  return features.map(({ id, title, isOn, permissions }) => {
    const answers = hosts.map(({ host }) => isOn({ config, host }));
    const decisive = answers.find(({ on }) => on) ?? answers[0];
    return {
      id,
      title,
      on: decisive?.on ?? false,
      because: decisive?.because ?? 'no GitHub is configured',
      permissions: permissions.map(need => ({
        ...need,
        title: permissionName(need.permission).title,
      })),
    };
  });
}
