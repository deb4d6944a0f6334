import fs from 'node:fs';
import path from 'node:path';

/**
 * The root of the repository or of the image: the folder above this file that holds `backstage.json`. The bundled command and the
 * sources, which tests run, lie at different depths below it.
 */
export const portalRoot = findRoot();

/** The schema of all packages; the build writes it beside the bundle. */
export const configSchemaFile = path.join(
  portalRoot,
  'packages',
  'cli',
  'dist',
  'config-schema.json',
);

function findRoot() {
  // eslint-disable-next-line no-restricted-syntax -- the command is part of the portal and always lies inside of it
  let folder = __dirname;
  while (!fs.existsSync(path.join(folder, 'backstage.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) {
      throw new Error(
        'The callboard command is not inside a portal: no folder above it holds backstage.json',
      );
    }
    folder = parent;
  }
  return folder;
}
