import type { Check } from '../Check';
import { systemFinding } from '../text/systemFinding';

/** GitLab, Azure DevOps, directories, clusters and the like. */
export const systemsReachable: Check = {
  id: 'systems',
  group: 'connections',
  title: 'Other systems answer',
  run: ({ systems }) =>
    systems.filter(({ kind }) => kind !== 'database').map(systemFinding),
};
