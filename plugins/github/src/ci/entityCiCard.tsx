import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { hasRepository } from '../activity/hasRepository';

/** How the workflows of a component fared last, on its overview. */
export const entityCiCard = EntityCardBlueprint.make({
  name: 'ci',
  params: {
    type: 'content',
    filter: hasRepository,
    loader: () => import('./CiCard').then(m => <m.CiCard />),
  },
});
