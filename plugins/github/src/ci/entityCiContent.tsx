import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { hasRepository } from '../activity/hasRepository';

/** The tab of builds, on every component with a repository. */
export const entityCiContent = EntityContentBlueprint.make({
  name: 'ci',
  params: {
    path: '/ci',
    title: 'CI',
    filter: hasRepository,
    loader: () => import('./CiTab').then(m => <m.CiTab />),
  },
});
