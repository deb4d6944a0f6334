import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A temporary folder with these files. `remove` takes it away. */
export function writeFolder(options: {
  files: Record<string, string>;
  name?: string;
}) {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'seed-folder-'));
  const folder = path.join(parent, options.name ?? 'acme');
  for (const [file, content] of Object.entries(options.files)) {
    const absolute = path.join(folder, file);
    fs.mkdirSync(path.dirname(absolute), { recursive: true });
    fs.writeFileSync(absolute, content);
  }
  return {
    folder,
    remove: () => fs.rmSync(parent, { recursive: true, force: true }),
  };
}
