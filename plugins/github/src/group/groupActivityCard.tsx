import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** Builds, pull requests and alerts of what a team owns, on the team's page. */
export const groupActivityCard = EntityCardBlueprint.make({
  name: 'group-activity',
  params: {
    type: 'content',
    filter: entity => entity.kind.toLocaleLowerCase('en-US') === 'group',
    loader: () => import('./GroupActivity').then(m => <m.GroupActivity />),
  },
});
