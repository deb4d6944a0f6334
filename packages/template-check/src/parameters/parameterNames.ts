import { isMapping } from '../isMapping';
import { pagesOf } from './pagesOf';

const MAX_DEPTH = 32;

/**
 * The names of all parameters on the first level that a form can give, also in dependencies and alternatives.
 * Undefined when they cannot be told, because a part of the form is taken from elsewhere by `$ref`.
 */
export function parameterNames(parameters: unknown): Set<string> | undefined {
  const names = new Set<string>();
  let isOpen = false;
  const walk = (schema: unknown, depth: number) => {
    if (!isMapping(schema) || depth > MAX_DEPTH) {
      return;
    }
    if (typeof schema.$ref === 'string') {
      isOpen = true;
    }
    if (isMapping(schema.properties)) {
      Object.keys(schema.properties).forEach(name => names.add(name));
    }
    for (const key of ['allOf', 'anyOf', 'oneOf']) {
      const branches = schema[key];
      if (Array.isArray(branches)) {
        branches.forEach(branch => walk(branch, depth + 1));
      }
    }
    for (const key of ['if', 'then', 'else']) {
      walk(schema[key], depth + 1);
    }
    for (const key of ['dependencies', 'dependentSchemas']) {
      if (isMapping(schema[key])) {
        Object.values(schema[key]).forEach(branch => walk(branch, depth + 1));
      }
    }
  };
  pagesOf(parameters).forEach(({ page }) => walk(page, 0));
  return isOpen ? undefined : names;
}
