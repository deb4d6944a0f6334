import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { hasRepository } from '../activity/hasRepository';

/** The tab of security alerts, on every component with a repository. */
export const entitySecurityContent = EntityContentBlueprint.make({
  name: 'security',
  params: {
    path: '/security',
    title: 'Security',
    group: 'development',
    filter: hasRepository,
    loader: () => import('./SecurityTab').then(m => <m.SecurityTab />),
  },
});
