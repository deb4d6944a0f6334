/**
 * Whether a problem is about a whole entry of `connections` or `integrations`, so that its place is `connections[0]` and not something in it, such as
 * `connections[0].auth[1]`, whose key cannot be read.
 */
export function isAboutEntry(problem: { configKey: string }): boolean {
  return /^(connections|integrations(\.\w+)?)(\[\d+\])?$/.test(
    problem.configKey,
  );
}
