import type { CheckGroup } from '@callboard/plugin-connections-common';

/** The groups with their titles, in the order in which the doctor prints them. */
export const groupTitles: Record<CheckGroup, string> = {
  configuration: 'Configuration',
  database: 'Database',
  connections: 'Connections',
  'sign-in': 'Sign-in',
  catalog: 'Catalog',
  plugins: 'Plugins',
};
