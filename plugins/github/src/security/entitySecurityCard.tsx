import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { hasRepository } from '../activity/hasRepository';

/** Open alerts of a component by severity, on its overview. */
export const entitySecurityCard = EntityCardBlueprint.make({
  name: 'security',
  params: {
    type: 'info',
    filter: hasRepository,
    loader: () => import('./SecurityCard').then(m => <m.SecurityCard />),
  },
});
