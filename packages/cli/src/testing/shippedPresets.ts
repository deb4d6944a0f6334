import { portalRoot } from '../config/portalRoot';
import type { Preset } from '../presets/Preset';
import { openPresetCatalog } from '../presets/PresetCatalog';

/** Every preset that the repository ships. Throws when one of the files cannot be used. */
export function shippedPresets(): Preset[] {
  const catalog = openPresetCatalog({ root: portalRoot });
  return catalog.names.map(name => {
    const entry = catalog.read(name)!;
    if ('problems' in entry) {
      throw new Error(JSON.stringify(entry.problems));
    }
    return entry.preset;
  });
}
