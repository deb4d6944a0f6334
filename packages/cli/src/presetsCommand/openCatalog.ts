import { readEnvironment } from '../config/readEnvironment';
import {
  openPresetCatalog,
  type PresetCatalog,
} from '../presets/PresetCatalog';

/** The presets that a portal would have with the environment of this process. */
export function openCatalog(): PresetCatalog {
  const { root, presetsFolder } = readEnvironment({
    options: {},
    env: process.env,
  });
  return openPresetCatalog({ root, ownFolder: presetsFolder });
}
