import type { FeatureNeed } from './FeatureNeed';
import { catalogDiscovery } from './features/catalogDiscovery';
import { importPullRequests } from './features/importPullRequests';
import { inferredComponents } from './features/inferredComponents';
import { peopleAndTeams } from './features/peopleAndTeams';
import { plannedFeatures } from './features/planned/plannedFeatures';
import { readingFiles } from './features/readingFiles';
import { signInWithApp } from './features/signInWithApp';
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
  workflowRuns,
  signInWithApp,
  ...plannedFeatures,
];
