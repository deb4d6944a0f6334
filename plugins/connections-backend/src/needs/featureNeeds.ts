import type { FeatureNeed } from './FeatureNeed';
import { catalogDiscovery } from './features/catalogDiscovery';
import { peopleAndTeams } from './features/peopleAndTeams';
import { plannedFeatures } from './features/planned/plannedFeatures';
import { readingFiles } from './features/readingFiles';
import { signInWithApp } from './features/signInWithApp';
import { templateFeatures } from './features/templates/templateFeatures';
import { webhooks } from './features/webhooks';
import { workflowRuns } from './features/workflowRuns';

/** Every part of the portal that uses GitHub, and what it needs there. */
export const featureNeeds: FeatureNeed[] = [
  readingFiles,
  catalogDiscovery,
  peopleAndTeams,
  webhooks,
  ...templateFeatures,
  workflowRuns,
  signInWithApp,
  ...plannedFeatures,
];
