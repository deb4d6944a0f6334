import type { Route } from '../http/Route';
import { archiveRoutes } from './archives/archiveRoutes';
import { branchRoutes } from './branches/routes';
import { commitRoutes } from './commits/routes';
import { contentRoutes } from './contents/routes';
import { createRoutes } from './creation/createRoutes';
import { forkRoutes } from './creation/forkRoutes';
import { generateRoute } from './creation/generateRoute';
import { gitDataRoutes } from './gitData/routes';
import { gitignoreRoutes } from './licences/gitignoreRoutes';
import { licenceRoutes } from './licences/licenceRoutes';
import { listRoutes } from './lists/listRoutes';
import { collaboratorRoutes } from './people/collaborators';
import { starRoutes } from './people/stars';
import { subscriptionRoutes } from './people/subscription';
import { teamsRoute } from './people/teams';
import { settingRoutes } from './settings/routes';

/** All REST routes of this feature. */
export const repositoryRoutes: Route[] = [
  ...settingRoutes,
  ...createRoutes,
  generateRoute,
  ...forkRoutes,
  ...listRoutes,
  ...collaboratorRoutes,
  teamsRoute,
  ...starRoutes,
  ...subscriptionRoutes,
  ...contentRoutes,
  ...gitDataRoutes,
  ...commitRoutes,
  ...branchRoutes,
  ...archiveRoutes,
  ...licenceRoutes,
  ...gitignoreRoutes,
];
