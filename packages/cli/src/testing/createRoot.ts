import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import type { JsonObject } from '@backstage/types';

/** A folder that looks like the root of a portal, with the given files; objects are written as YAML. */
export function createRoot(files: Record<string, string | JsonObject>): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-test-'));
  const all = {
    'app-config.yaml': {},
    'presets/demo.yaml': {
      name: 'demo',
      description: 'A trial.',
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
