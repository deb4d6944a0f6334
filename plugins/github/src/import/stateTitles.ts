import type { ImportState } from '@callboard/plugin-github-common';

/** What a repository can be in a plan, in the order in which it matters. */
export const stateTitles: Record<ImportState, string> = {
  inferable: 'Can be made',
  invalid: 'Descriptor not valid',
  inferred: 'Inferred already',
  described: 'Described',
  'left-out': 'Left out',
};
