import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from '../servers/repositoryRoot';

/** A variable of a preset, as its file has it. */
export interface PresetFileVariable {
  required?: boolean;
  default?: unknown;
  example?: unknown;
  type?: string;
}

/** A preset as its file has it, as far as the tests read it. */
export interface PresetFile {
  name: string;
  axis: string;
  exclusiveGroup?: string;
  signIn?: { provider: string };
  requires?: {
    presets?: string[];
    variables?: Record<string, PresetFileVariable>;
    choices?: {
      required?: boolean;
      options: { variables: Record<string, PresetFileVariable> }[];
    }[];
  };
}

/** Every preset that the repository ships, as its file says. */
export function shippedPresets(): PresetFile[] {
  const folder = join(repositoryRoot(), 'presets');
  return readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .map(file => parse(readFileSync(join(folder, file), 'utf8')));
}
