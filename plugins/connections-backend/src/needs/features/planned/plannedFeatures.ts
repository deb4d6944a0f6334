import type { FeatureNeed } from '../../FeatureNeed';
import { needs } from '../needs';
import { plannedFeature } from './plannedFeature';

/** The tabs of a repository that the portal does not have yet. https://docs.github.com/rest/authentication/permissions-required-for-github-apps */
export const plannedFeatures: FeatureNeed[] = [
  plannedFeature({
    id: 'pull-requests-tab',
    title: 'Pull requests on entity pages',
    permissions: [
      ...needs('pull_requests', 'read', {
        routes: [
          'GET /repos/{owner}/{repo}/pulls',
          'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
        ],
      }),
      ...needs('checks', 'read', {
        routes: ['GET /repos/{owner}/{repo}/commits/{ref}/check-runs'],
      }),
      ...needs('statuses', 'read', {
        routes: ['GET /repos/{owner}/{repo}/commits/{ref}/status'],
      }),
    ],
  }),
  plannedFeature({
    id: 'security-tab',
    title: 'Security alerts on entity pages',
    permissions: [
      ...needs('vulnerability_alerts', 'read', {
        routes: ['GET /repos/{owner}/{repo}/dependabot/alerts'],
      }),
      ...needs('security_events', 'read', {
        routes: ['GET /repos/{owner}/{repo}/code-scanning/alerts'],
      }),
      ...needs('secret_scanning_alerts', 'read', {
        routes: ['GET /repos/{owner}/{repo}/secret-scanning/alerts'],
      }),
    ],
  }),
  plannedFeature({
    id: 'insights-tab',
    title: 'Code insights on entity pages',
    permissions: [
      ...needs('metadata', 'read', {
        routes: [
          'GET /repos/{owner}/{repo}/contributors',
          'GET /repos/{owner}/{repo}/languages',
        ],
      }),
      ...needs('contents', 'read', {
        routes: ['GET /repos/{owner}/{repo}/releases'],
      }),
      ...needs('administration', 'read', {
        routes: ['GET /repos/{owner}/{repo}/traffic/views'],
      }),
      ...needs('issues', 'read', {
        routes: ['GET /repos/{owner}/{repo}/issues'],
      }),
    ],
  }),
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
