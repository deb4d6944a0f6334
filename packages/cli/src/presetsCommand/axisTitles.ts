import type { PresetAxis } from '../presets/Preset';

/** What a group of presets is called, in the order of the lists. */
export const AXIS_TITLES: Record<PresetAxis, string> = {
  source: 'Source code: discovery and templates',
  identity: 'Identity: sign-in, people and groups (choose one)',
  ci: 'CI, quality and runtime',
  ai: 'AI',
  platform: 'The portal itself',
};
