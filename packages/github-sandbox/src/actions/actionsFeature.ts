import type { Feature } from '../Feature';
import { mountBadges } from './addresses/mountBadges';
import { mountFiles } from './addresses/mountFiles';
import { actionsRoutes } from './routes/actionsRoutes';
import { watchRerequests } from './runs/watchRerequests';
import { takeUp } from './takeUp';
import { watchEvents } from './triggers/watchEvents';

/** GitHub Actions: workflow runs follow from the workflow files of commits, which the engine executes in a simulated shell. */
export const actionsFeature: Feature = {
  name: 'actions',
  routes: actionsRoutes,
  start({ sandbox }) {
    watchEvents({ sandbox });
    watchRerequests({ sandbox });
  },
  mount({ app, sandbox }) {
    mountFiles({ app, sandbox });
    mountBadges({ app, sandbox });
    // The state of an earlier process is there by now, which it is not at the start.
    takeUp({ sandbox });
  },
};
