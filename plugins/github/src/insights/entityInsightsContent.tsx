import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { hasRepository } from '../activity/hasRepository';

/** The tab of what a component's repository is like. */
export const entityInsightsContent = EntityContentBlueprint.make({
  name: 'insights',
  params: {
    path: '/insights',
    title: 'Insights',
    group: 'development',
    filter: hasRepository,
    loader: () => import('./InsightsTab').then(m => <m.InsightsTab />),
  },
});
