import { ConfigReader } from '@backstage/config';
import type { ConfigLayer } from '../config/ConfigLayer';

/** Once one of these is configured, the portal is somebody's own and no longer a trial. */
const KEYS_OF_AN_OWN_PORTAL = [
  'auth.providers',
  'integrations',
  'catalog.locations',
  'catalog.providers',
];

/** The presets that are on: those that were named, else `demo` while nothing of the operator's own is configured. */
export function selectPresets(options: {
  named: string[] | undefined;
  operator: ConfigLayer[];
}): string[] {
  if (options.named) {
    return options.named;
  }
  const config = ConfigReader.fromConfigs(
    options.operator.map(({ name, data }) => ({ context: name, data })),
  );
  return KEYS_OF_AN_OWN_PORTAL.some(key => isSet(config, key)) ? [] : ['demo'];
}

/** A parent of a wrong type is reported by the check against the schema; that somebody wrote it is enough here. */
function isSet(config: ConfigReader, key: string) {
  try {
    return config.has(key);
  } catch {
    return true;
  }
}
