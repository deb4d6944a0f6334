import type { CheckGroup } from '@callboard/plugin-connections-common';

/** The groups of tests in the order in which they are shown, with their names. */
export const groupTitles: Record<CheckGroup, string> = {
  configuration: 'Configuration',
  database: 'Database',
  connections: 'Connections',
  'sign-in': 'Sign-in',
  catalog: 'Catalog',
  plugins: 'Plugins',
};
