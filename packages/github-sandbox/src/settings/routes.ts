import type { Route } from '../http/Route';
import { oidcRoutes } from './actions/oidcRoutes';
import { organisationPermissionRoutes } from './actions/organisationPermissions';
import { permissionRoutes } from './actions/permissionRoutes';
import { autolinkRoutes } from './autolinks/autolinkRoutes';
import { codeownersRoute } from './codeowners/codeownersRoute';
import { branchPolicyRoutes } from './environments/branchPolicyRoutes';
import { environmentRoutes } from './environments/environmentRoutes';
import { invitationRoutes } from './invitations/invitationRoutes';
import { deployKeyRoutes } from './keys/deployKeys';
import { pagesRoutes } from './pages/pagesRoutes';
import { checkRoutes } from './protection/checkRoutes';
import { protectionRoutes } from './protection/protectionRoutes';
import { restrictionRoutes } from './protection/restrictionRoutes';
import { reviewRoutes } from './protection/reviewRoutes';
import { switchRoutes } from './protection/switchRoutes';
import { organisationRulesetRoutes } from './rulesets/organisationRulesets';
import { repositoryRulesetRoutes } from './rulesets/repositoryRulesets';
import { organisationValueRoutes } from './secrets/organisationValues';
import { secretRoutes } from './secrets/secretRoutes';
import { variableRoutes } from './variables/variableRoutes';

/** All REST routes of this feature. */
export const settingsRoutes: Route[] = [
  ...protectionRoutes,
  ...switchRoutes,
  ...reviewRoutes,
  ...checkRoutes,
  ...restrictionRoutes,
  ...repositoryRulesetRoutes,
  ...organisationRulesetRoutes,
  ...environmentRoutes,
  ...branchPolicyRoutes,
  ...secretRoutes,
  ...variableRoutes,
  ...organisationValueRoutes,
  ...permissionRoutes,
  ...organisationPermissionRoutes,
  ...oidcRoutes,
  ...deployKeyRoutes,
  ...autolinkRoutes,
  ...pagesRoutes,
  ...invitationRoutes,
  codeownersRoute,
];
