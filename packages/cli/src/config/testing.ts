import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import type { JsonObject } from '@backstage/types';
import { type Environment, readEnvironment } from './readEnvironment';

/** A folder that looks like the root of a portal, with the given files; objects are written as YAML. */
export function createRoot(files: Record<string, string | JsonObject>): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-test-'));
  const all = {
    'app-config.yaml': {},
    'presets/demo.yaml': {
      name: 'demo',
      appConfig: { auth: { providers: { guest: {} } } },
    },
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    const file = path.join(root, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(
      file,
      typeof content === 'string' ? content : stringify(content),
    );
  }
  return root;
}

/** The environment of a command without options, run in `root`. */
export function createEnvironment(
  root: string,
  env: Record<string, string> = {},
  options: { config?: string[]; presets?: string[]; host?: string } = {},
): Environment {
  return readEnvironment({
    root,
    cwd: root,
    env,
    options: { config: [], frontend: true, verbose: false, ...options },
  });
}
