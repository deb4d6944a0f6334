import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { hasRepository } from '../activity/hasRepository';

/** The tab of pull requests, on every component with a repository. */
export const entityPullsContent = EntityContentBlueprint.make({
  name: 'pull-requests',
  params: {
    path: '/pull-requests',
    title: 'Pull requests',
    filter: hasRepository,
    loader: () => import('./PullsTab').then(m => <m.PullsTab />),
  },
});
