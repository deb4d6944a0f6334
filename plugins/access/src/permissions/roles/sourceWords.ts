import type { RoleSource } from '@callboard/plugin-access-common';

/** Where it stands that somebody has a role, in a few words. */
export function sourceWords(source: RoleSource): string {
  switch (source.type) {
    case 'config':
      return `In the configuration: ${source.key}`;
    case 'assigned':
      return `Given by ${source.by} on ${source.at.slice(0, 10)}`;
    case 'default':
      return `The default: ${source.key}`;
    default:
      return 'The guest';
  }
}
