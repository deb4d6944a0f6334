import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { hasRepository } from '../activity/hasRepository';

/** Languages, newest release and activity of a component, on its overview. */
export const entityInsightsCard = EntityCardBlueprint.make({
  name: 'insights',
  params: {
    type: 'info',
    filter: hasRepository,
    loader: () => import('./InsightsCard').then(m => <m.InsightsCard />),
  },
});
