import type { SeedFiles } from './SeedFiles';

/** Files from texts, by path: for seeds that are written in a program. */
export function filesOf(
  contents: Readonly<Record<string, string | Buffer>>,
): SeedFiles {
  return {
    paths: Object.keys(contents),
    read: async ({ path }) => ({
      content: Buffer.from(contents[path]),
      executable: false,
    }),
  };
}
