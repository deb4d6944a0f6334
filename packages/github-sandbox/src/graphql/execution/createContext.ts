import type { GraphqlContext } from '../GraphqlContext';

/** A context with nothing computed yet. */
export function createContext(
  options: Omit<GraphqlContext, 'once' | 'notCovered'>,
): GraphqlContext {
  const computed = new Map<string, unknown>();
  return {
    ...options,
    notCovered: new Set(),
    once<T>(key: string, compute: () => T): T {
      if (!computed.has(key)) computed.set(key, compute());
      return computed.get(key) as T;
    },
  };
}
