import type { FeatureNeed } from '../../FeatureNeed';
import { needs } from '../needs';
import { plannedFeature } from './plannedFeature';

/** The tab of a repository that the portal does not have yet. https://docs.github.com/rest/authentication/permissions-required-for-github-apps */
export const plannedFeatures: FeatureNeed[] = [
  plannedFeature({
    id: 'deployments-tab',
    title: 'Deployments on entity pages',
    permissions: [
      ...needs('deployments', 'read', {
        routes: [
          'GET /repos/{owner}/{repo}/deployments',
          'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
        ],
      }),
      ...needs('actions', 'read', {
        routes: ['GET /repos/{owner}/{repo}/environments'],
      }),
    ],
  }),
];
