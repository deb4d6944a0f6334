import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { entityCiCard } from '../ci/entityCiCard';
import { entityCiContent } from '../ci/entityCiContent';
import { groupActivityCard } from '../group/groupActivityCard';
import { entityInsightsCard } from '../insights/entityInsightsCard';
import { entityInsightsContent } from '../insights/entityInsightsContent';
import { mineWidget } from '../mine/mineWidget';
import { entityPullsCard } from '../pulls/entityPullsCard';
import { entityPullsContent } from '../pulls/entityPullsContent';
import { entitySecurityCard } from '../security/entitySecurityCard';
import { entitySecurityContent } from '../security/entitySecurityContent';
import { entityStationsCard } from '../stations/entityStationsCard';
import { activityApi } from './activityApi';

/** Builds, pull requests, insights and security: tabs and cards of components, a card of teams, a widget of the home page. */
export const activityModule = createFrontendModule({
  pluginId: 'github',
  extensions: [
    activityApi,
    entityStationsCard,
    entityCiContent,
    entityCiCard,
    entityPullsContent,
    entityPullsCard,
    entityInsightsContent,
    entityInsightsCard,
    entitySecurityContent,
    entitySecurityCard,
    groupActivityCard,
    mineWidget,
  ],
});
