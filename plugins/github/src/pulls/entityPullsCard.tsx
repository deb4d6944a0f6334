import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { hasRepository } from '../activity/hasRepository';

/** The open pull requests of a component, on its overview. */
export const entityPullsCard = EntityCardBlueprint.make({
  name: 'pull-requests',
  params: {
    type: 'content',
    filter: hasRepository,
    loader: () => import('./PullsCard').then(m => <m.PullsCard />),
  },
});
