import { actionsFeature } from './actions/actionsFeature';
import { alertsFeature } from './alerts/alertsFeature';
import { appsFeature } from './apps/appsFeature';
import { checksFeature } from './checks/checksFeature';
import { controlFeature } from './control/controlFeature';
import { deploymentsFeature } from './deployments/deploymentsFeature';
import { graphqlFeature } from './graphql/graphqlFeature';
import { hooksFeature } from './hooks/hooksFeature';
import { issuesFeature } from './issues/issuesFeature';
import { limitsFeature } from './limits/limitsFeature';
import { metaFeature } from './meta/metaFeature';
import { oauthFeature } from './oauth/oauthFeature';
import { organisationsFeature } from './organisations/organisationsFeature';
import { pagesFeature } from './pages/pagesFeature';
import { pullsFeature } from './pulls/pullsFeature';
import { releasesFeature } from './releases/releasesFeature';
import { repositoriesFeature } from './repositories/repositoriesFeature';
import { searchFeature } from './search/searchFeature';
import { settingsFeature } from './settings/settingsFeature';
import { smartHttpFeature } from './smartHttp/smartHttpFeature';
import type { Feature } from './Feature';

/** Everything that the sandbox can do. */
export const features: Feature[] = [
  controlFeature,
  smartHttpFeature,
  oauthFeature,
  pagesFeature,
  graphqlFeature,
  metaFeature,
  limitsFeature,
  organisationsFeature,
  repositoriesFeature,
  settingsFeature,
  releasesFeature,
  searchFeature,
  appsFeature,
  pullsFeature,
  issuesFeature,
  checksFeature,
  deploymentsFeature,
  actionsFeature,
  alertsFeature,
  hooksFeature,
];
