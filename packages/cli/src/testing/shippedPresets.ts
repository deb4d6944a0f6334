import { portalRoot } from '../config/portalRoot';
import type { Preset } from '../presets/Preset';
import { openPresetCatalog } from '../presets/PresetCatalog';

let presets: Preset[] | undefined;

/** Every preset that the repository ships, read once. Throws when one of the files cannot be used. */
export function shippedPresets(): Preset[] {
  presets ??= readAll();
  return presets;
}

function readAll(): Preset[] {
  const catalog = openPresetCatalog({ root: portalRoot });
  return catalog.names.map(name => {
    const entry = catalog.read(name)!;
    if ('problems' in entry) {
      throw new Error(JSON.stringify(entry.problems));
    }
    return entry.preset;
  });
}
