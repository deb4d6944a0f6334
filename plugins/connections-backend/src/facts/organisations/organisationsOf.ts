import type { Config } from '@backstage/config';
import { discoveryProviders } from './discoveryProviders';
import { orgProviders } from './orgProviders';

/** An owner that the configuration speaks of. */
export interface NamedOwner {
  host: string;
  /** As first written. */
  owner: string;
  /** All places that name it. */
  configKeys: string[];
}

/**
 * The owners on GitHub hosts that the configuration names, each once: where it discovers files, where it reads people, and where its
 * locations are. `hosts` are those of the integrations, so that a location elsewhere is not taken for GitHub's.
 */
export function organisationsOf(options: {
  config: Config;
  hosts: string[];
}): NamedOwner[] {
  const { config, hosts } = options;
  const found = new Map<string, NamedOwner>();
  for (const { host, owner, configKey } of mentions(config)) {
    if (!hosts.includes(host)) continue;
    const id = `${host}/${owner.toLocaleLowerCase('en-US')}`;
    const known = found.get(id) ?? { host, owner, configKeys: [] };
    if (!known.configKeys.includes(configKey)) known.configKeys.push(configKey);
    found.set(id, known);
  }
  return [...found.values()];
}

interface Mention {
  host: string;
  owner: string;
  configKey: string;
}

function mentions(config: Config): Mention[] {
  return [
    ...discoveryProviders({ config }).flatMap(
      ({ host, organization, organizationKey }) =>
        organization
          ? [{ host, owner: organization, configKey: organizationKey }]
          : [],
    ),
    ...orgProviders({ config }).flatMap(({ host, orgs = [], configKey }) =>
      orgs.map(owner => ({ host, owner, configKey: `${configKey}.orgs` })),
    ),
    ...(config.getOptionalConfigArray('catalog.locations') ?? []).flatMap(
      (location, index) => {
        const target = location.getOptionalString('target');
        return ownerIn(target).map(mention => ({
          ...mention,
          configKey: `catalog.locations[${index}].target`,
        }));
      },
    ),
  ];
}

function ownerIn(target: string | undefined): Omit<Mention, 'configKey'>[] {
  if (!target || !URL.canParse(target)) return [];
  const { host, pathname } = new URL(target);
  const [owner] = pathname.split('/').filter(Boolean);
  // `https://github.com/*` and the like name nobody.
  return owner && /^[\w.-]+$/.test(owner) ? [{ host, owner }] : [];
}
