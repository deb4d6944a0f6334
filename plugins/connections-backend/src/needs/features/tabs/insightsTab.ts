import { needs } from '../needs';
import { tabFeature } from './tabFeature';

/** Languages, people, releases, commits and the README. */
export const insightsTab = tabFeature({
  id: 'insights-tab',
  title: 'Code insights on entity pages',
  permissions: [
    ...needs('metadata', 'read', {
      routes: [
        'GET /repos/{owner}/{repo}/contributors',
        'GraphQL Repository.languages',
      ],
    }),
    ...needs('contents', 'read', {
      routes: [
        'GET /repos/{owner}/{repo}/readme',
        'GraphQL Commit.history',
        'GraphQL Repository.releases',
      ],
    }),
    ...needs('issues', 'read', { routes: ['GraphQL Repository.issues'] }),
  ],
  events: ['push', 'release'],
});
