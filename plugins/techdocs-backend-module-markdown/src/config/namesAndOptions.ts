/** Something that `mkdocs.yml` switches on, with what it says of it. */
export interface NamedOptions {
  name: string;
  options: Record<string, unknown>;
}

/** Reads a list of `name` and `name: {options}`, or a mapping of names to options; other shapes are left out. */
export function namesAndOptions(value: unknown): NamedOptions[] {
  if (Array.isArray(value)) {
    return value.flatMap(item =>
      typeof item === 'string'
        ? [{ name: item, options: {} }]
        : namesAndOptions(item),
    );
  }
  if (!value || typeof value !== 'object') {
    return [];
  }
  return Object.entries(value).map(([name, options]) => ({
    name,
    options:
      options && typeof options === 'object' && !Array.isArray(options)
        ? options
        : {},
  }));
}
