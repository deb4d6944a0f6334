import { needs } from '../needs';
import { tabFeature } from './tabFeature';

/** Pull requests with their checks, on entity pages, for a group and for a person. */
export const pullRequestsTab = tabFeature({
  id: 'pull-requests-tab',
  title: 'Pull requests on entity pages',
  permissions: [
    ...needs('pull_requests', 'read', {
      routes: ['GraphQL Repository.pullRequests', 'GraphQL Query.search'],
    }),
    ...needs('checks', 'read', {
      routes: ['GraphQL Commit.statusCheckRollup'],
    }),
    ...needs('statuses', 'read', {
      routes: ['GraphQL Commit.statusCheckRollup'],
    }),
  ],
  events: [
    'pull_request',
    'pull_request_review',
    'check_run',
    'check_suite',
    'status',
  ],
});
