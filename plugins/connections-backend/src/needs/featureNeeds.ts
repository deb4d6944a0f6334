import type { FeatureNeed } from './FeatureNeed';
import { catalogDiscovery } from './features/catalogDiscovery';
import { importPullRequests } from './features/importPullRequests';
import { inferredComponents } from './features/inferredComponents';
import { peopleAndTeams } from './features/peopleAndTeams';
import { plannedFeatures } from './features/planned/plannedFeatures';
import { readingFiles } from './features/readingFiles';
import { signInWithApp } from './features/signInWithApp';
import { ciTab } from './features/tabs/ciTab';
import { insightsTab } from './features/tabs/insightsTab';
import { pullRequestsTab } from './features/tabs/pullRequestsTab';
import { securityTab } from './features/tabs/securityTab';
import { templateFeatures } from './features/templates/templateFeatures';
import { webhooks } from './features/webhooks';
import { wikiDocs } from './features/wikiDocs';
import { workflowRuns } from './features/workflowRuns';

/** Every part of the portal that uses GitHub, and what it needs there. */
export const featureNeeds: FeatureNeed[] = [
  readingFiles,
  catalogDiscovery,
  peopleAndTeams,
  webhooks,
  inferredComponents,
  wikiDocs,
  importPullRequests,
  ...templateFeatures,
  ciTab,
  pullRequestsTab,
  insightsTab,
  securityTab,
  workflowRuns,
  signInWithApp,
  ...plannedFeatures,
];
