/** Lets the first `most` different names through, and calls all others `other`: labels of metrics are kept for ever. */
export function createBoundedNames(options: {
  most: number;
}): (name: string) => string {
  const names = new Set<string>();
  return name => {
    if (names.size < options.most) names.add(name);
    return names.has(name) ? name : 'other';
  };
}
