import type { Check } from '../Check';
import { systemFinding } from '../text/systemFinding';

/** The database of the portal. */
export const databaseWorks: Check = {
  id: 'database',
  group: 'database',
  title: 'The database works',
  run: ({ systems }) =>
    systems.filter(({ kind }) => kind === 'database').map(systemFinding),
};
