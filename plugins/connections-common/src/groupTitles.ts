import type { CheckGroup } from './Check';

/** The groups with their titles, in the order in which the page and the doctor show them. */
export const groupTitles: Record<CheckGroup, string> = {
  configuration: 'Configuration',
  database: 'Database',
  connections: 'Connections',
  'sign-in': 'Sign-in',
  catalog: 'Catalog',
  plugins: 'Plugins',
};
