import type { Scopes } from './KeysPortal';

/** What a key opens, in a few words: `catalog, search; reads only`. */
export function describeScopes({ scopes }: { scopes: Scopes }): string {
  const { plugins, permissions, readOnly } = scopes;
  return [
    plugins?.join(', ') ?? 'everything',
    ...(permissions ? [`with ${permissions.join(', ')}`] : []),
    ...(readOnly ? ['reads only'] : []),
  ].join('; ');
}
