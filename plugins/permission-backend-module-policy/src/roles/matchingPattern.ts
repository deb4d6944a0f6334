/** The first of the patterns that names the permission: its name, or a prefix with `*` behind it. */
export function matchingPattern(options: {
  patterns: string[];
  name: string;
}): string | undefined {
  const { patterns, name } = options;
  return patterns.find(pattern =>
    pattern.endsWith('*')
      ? name.startsWith(pattern.slice(0, -1))
      : name === pattern,
  );
}
