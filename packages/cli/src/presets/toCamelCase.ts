/** Below these keys a preset's file holds names of somebody else. */
const FOREIGN = new Set(['appConfig', 'pluginConfig']);

/**
 * The content of a preset file with its own keys in camel case: files written for other portals use `exclusive_group`. Names of variables
 * and app-config stay as they are, and a key without a value counts as absent.
 */
export function toCamelCase(value: unknown, below?: string): unknown {
  if (Array.isArray(value)) {
    return value.map(item => toCamelCase(item, below));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => {
      const name =
        below === 'variables'
          ? key
          : key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
      if (child === null) {
        return [];
      }
      return [[name, FOREIGN.has(name) ? child : toCamelCase(child, name)]];
    }),
  );
}
