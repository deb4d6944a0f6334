import type { StoredVariable } from '../../core/state';

/** Actions variables as the state keeps them. */
export function variablesOf(options: {
  variables?: Record<string, string>;
  createdAt: string;
}): StoredVariable[] {
  const { variables = {}, createdAt } = options;
  return Object.entries(variables).map(([name, value]) => ({
    name,
    value,
    createdAt,
    updatedAt: createdAt,
  }));
}
