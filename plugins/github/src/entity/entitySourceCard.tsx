import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { sourceOf } from './sourceOf';

/** On the page of each entity that the mirror of GitHub knows. */
export const entitySourceCard = EntityCardBlueprint.make({
  name: 'source',
  params: {
    type: 'info',
    filter: entity => sourceOf(entity) !== undefined,
    loader: () => import('./SourceCard').then(m => <m.SourceCard />),
  },
});
