import fs from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { ProblemsError } from '../problems/ProblemsError';
import type { ConfigLayer } from '../config/ConfigLayer';
import type { Environment } from '../config/readEnvironment';

/**
 * The app-config that each preset carries, in list order.
 * Throws a `ProblemsError` that names every unknown preset and the ones there are.
 */
export function readPresetLayers(options: {
  presets: string[];
  environment: Environment;
}): ConfigLayer[] {
  const folder = path.join(options.environment.root, 'presets');
  const known = fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => name.slice(0, -'.yaml'.length))
    .sort();

  const unknown = options.presets.filter(name => !known.includes(name));
  if (unknown.length > 0) {
    throw new ProblemsError(
      unknown.map(name => ({
        problem: `there is no preset named ${name}`,
        where: '--presets or CALLBOARD_PRESETS',
        remedy: `choose from: ${known.join(', ')}`,
      })),
    );
  }
  return options.presets.map(name => {
    const file = path.join(folder, `${name}.yaml`);
    const preset = parseDocument(fs.readFileSync(file, 'utf8')).toJS();
    return { name: `preset ${name}`, file, data: preset.appConfig ?? {} };
  });
}
