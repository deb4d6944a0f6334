import fs from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';

/**
 * Refuses files of a run among which a symbolic link leads out of their folder, to nothing, or round in a circle: a later step would read or
 * write through it.
 *
 * @throws InputError that names the link.
 */
export async function refuseLinks(options: { path: string }): Promise<void> {
  const root = await fs.realpath(options.path);
  const folders = [root];
  for (;;) {
    const folder = folders.pop();
    if (folder === undefined) return;
    for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) folders.push(full);
      else if (entry.isSymbolicLink()) await refuseLink({ root, full });
    }
  }
}

async function refuseLink({ root, full }: { root: string; full: string }) {
  const name = path.relative(root, full);
  const target = await fs.realpath(full).catch(error => {
    throw new InputError(
      `The file "${name}" is a symbolic link that leads ${
        error.code === 'ELOOP' ? 'round in a circle' : 'to nothing'
      }. Take it out of the template.`,
    );
  });
  if (target !== root && !target.startsWith(root + path.sep)) {
    throw new InputError(
      `The file "${name}" is a symbolic link that leads out of the files of this run. Take it out of the template.`,
    );
  }
}
