import path from 'node:path';

/**
 * The root of the repository or of the image. The command is always run as the bundle `packages/cli/dist/callboard.cjs`, and the sources
 * in tests lie at the same depth.
 */
// eslint-disable-next-line no-restricted-syntax
export const portalRoot = path.resolve(__dirname, '..', '..', '..');

/** The schema of all packages; the build writes it beside the bundle. */
export const configSchemaFile = path.join(
  portalRoot,
  'packages',
  'cli',
  'dist',
  'config-schema.json',
);
