import type { ConfigLayer } from '../config/ConfigLayer';
import { mergeLayers } from '../config/merge/mergeLayers';
import type { ConfigNode } from '../config/merge/ConfigNode';

/** Once one of these is configured, the portal is somebody's own and no longer a trial. */
const KEYS_OF_AN_OWN_PORTAL = [
  'auth.providers',
  'integrations',
  'catalog.locations',
  'catalog.providers',
];

/** The names that are on, and why. */
export interface SelectedNames {
  names: string[];
  reason: 'named' | 'trial' | 'configured';
  /** For `configured`: what the operator has set, with the layer that sets it. */
  because: string[];
}

/** The presets that were named, else `demo` while nothing of the operator's own is configured. */
export function selectPresets(options: {
  named: string[] | undefined;
  operator: ConfigLayer[];
  /** `VEECODE_PROFILE`: it has no effect, but whoever sets it has a portal of their own and wants no trial. */
  profile?: string;
}): SelectedNames {
  if (options.named) {
    return { names: options.named, reason: 'named', because: [] };
  }
  const { root } = mergeLayers(options.operator);
  const because = KEYS_OF_AN_OWN_PORTAL.flatMap(key => {
    const node = nodeAt({ root, key });
    return node ? [`${key} in ${node.layer.name}`] : [];
  });
  if (options.profile) {
    because.push('VEECODE_PROFILE');
  }
  return because.length > 0
    ? { names: [], reason: 'configured', because }
    : { names: ['demo'], reason: 'trial', because: [] };
}

/** A parent of a wrong type is reported by the check against the schema; that somebody wrote it is enough here. */
function nodeAt(options: { root: ConfigNode; key: string }) {
  return options.key
    .split('.')
    .reduce<ConfigNode | undefined>(
      (node, name) => (node?.kind === 'map' ? node.children.get(name) : node),
      options.root,
    );
}
