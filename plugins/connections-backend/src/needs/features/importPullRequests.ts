import { feature } from './feature';
import { needs } from './needs';

/**
 * Imports that open a pull request with a descriptor in each repository. Whether an operator will ever ask for one cannot be told from the
 * configuration; registering what is inferred needs nothing.
 */
export const importPullRequests = feature({
  id: 'import-pull-requests',
  title: 'Imports by pull request',
  isOn: () => ({
    on: false,
    because: 'imports register entities unless they are told otherwise',
  }),
  permissions: [
    ...needs('metadata', 'read', { routes: ['GET /repos/{owner}/{repo}'] }),
    ...needs('contents', 'write', {
      routes: [
        'POST /repos/{owner}/{repo}/git/refs',
        'PUT /repos/{owner}/{repo}/contents/{path}',
      ],
    }),
    ...needs('pull_requests', 'write', {
      routes: ['POST /repos/{owner}/{repo}/pulls'],
    }),
  ],
  scopes: ['repo'],
  events: [],
});
