import type { KeyScopes } from '@callboard/plugin-access-common';

/** What a key opens: `catalog, search; reads only`. */
export function scopeWords(scopes: KeyScopes): string {
  const { plugins, permissions, readOnly } = scopes;
  return [
    plugins?.join(', ') ?? 'everything',
    ...(permissions ? [`with ${permissions.join(', ')}`] : []),
    ...(readOnly ? ['reads only'] : []),
  ].join('; ');
}
