import type { SeedFiles } from '../SeedFiles';
import type { Tree } from './buildHistory';

/** All files with their contents. */
export async function readTree(options: { files?: SeedFiles }): Promise<Tree> {
  const { files } = options;
  if (!files) return new Map();
  return new Map(
    await Promise.all(
      files.paths.map(
        async path => [path, await files.read({ path })] as const,
      ),
    ),
  );
}
