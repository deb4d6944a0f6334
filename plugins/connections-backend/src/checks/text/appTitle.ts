import type { AppFacts } from '@callboard/plugin-connections-common';

/** `App "Callboard"`, or its number as long as GitHub has not told the name. */
export function appTitle({
  name,
  appId,
}: Pick<AppFacts, 'name' | 'appId'>): string {
  return name ? `App "${name}"` : `App ${appId}`;
}
