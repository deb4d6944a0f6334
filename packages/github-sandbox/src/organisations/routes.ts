import type { Route } from '../http/Route';
import { blockRoutes } from './members/blockRoutes';
import { invitationRoutes } from './members/invitationRoutes';
import { memberRoutes } from './members/memberRoutes';
import { membershipRoutes } from './members/membershipRoutes';
import { myMembershipRoutes } from './members/myMemberships';
import { outsideRoutes } from './members/outsideRoutes';
import { propertyDefinitionRoutes } from './properties/definitionRoutes';
import { propertyValueRoutes } from './properties/valueRoutes';
import { organisationRoutes } from './settings/organisationRoutes';
import { organisationsOfUserRoutes } from './settings/organisationsOfUser';
import { listPreReceiveHooks } from './settings/preReceiveHooks';
import { createTeam } from './teams/routes/createTeam';
import { legacyMemberRoutes } from './teams/routes/legacyMembers';
import { listMyTeams, listTeams } from './teams/routes/listTeams';
import { oneTeamRoutes } from './teams/routes/oneTeam';
import { teamMemberRoutes } from './teams/routes/teamMembers';
import { teamRepositoryRoutes } from './teams/routes/teamRepositories';
import { currentUserRoutes } from './users/currentUser';
import { emailRoutes } from './users/emails';
import { followerRoutes } from './users/followers';
import { otherUserRoutes } from './users/otherUsers';

/** All REST routes of this feature. */
export const organisationFeatureRoutes: Route[] = [
  ...currentUserRoutes,
  ...emailRoutes,
  ...otherUserRoutes,
  ...followerRoutes,
  ...organisationRoutes,
  listPreReceiveHooks,
  ...organisationsOfUserRoutes,
  ...memberRoutes,
  ...membershipRoutes,
  ...myMembershipRoutes,
  ...outsideRoutes,
  ...invitationRoutes,
  ...blockRoutes,
  listTeams,
  listMyTeams,
  createTeam,
  ...oneTeamRoutes,
  ...teamMemberRoutes,
  ...legacyMemberRoutes,
  ...teamRepositoryRoutes,
  ...propertyDefinitionRoutes,
  ...propertyValueRoutes,
];
