/** Names and patterns that no known permission fits. */
export function unknownPatterns(options: {
  patterns: { key: string; name: string }[];
  known: Iterable<string>;
}): { key: string; name: string }[] {
  const names = [...options.known];
  return options.patterns.filter(({ name }) =>
    name.endsWith('*')
      ? !names.some(known => known.startsWith(name.slice(0, -1)))
      : !names.includes(name),
  );
}
