import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { hasRepository } from '../activity/hasRepository';
import { isNew } from './isNew';

/** How far a new service has come, on its overview while it is new. */
export const entityStationsCard = EntityCardBlueprint.make({
  name: 'stations',
  params: {
    type: 'content',
    filter: entity =>
      hasRepository(entity) && isNew({ entity, now: new Date() }),
    loader: () => import('./StationsCard').then(m => <m.StationsCard />),
  },
});
