import { feature } from './feature';
import { needs } from './needs';

/**
 * The URL reader: entities, templates and TechDocs. It asks for the commit statuses of a branch to learn its newest commit, which needs a
 * permission of its own in private repositories.
 */
export const readingFiles = feature({
  id: 'reading-files',
  title: 'Entities, templates and TechDocs from repositories',
  isOn: ({ host }) => ({
    on: true,
    because: `the portal reads files from ${host} as soon as it is an integration`,
  }),
  permissions: [
    ...needs('metadata', 'read', { routes: ['GET /repos/{owner}/{repo}'] }),
    ...needs('contents', 'read', {
      routes: [
        'GET /repos/{owner}/{repo}/contents/{path}',
        'GET /repos/{owner}/{repo}/tarball/{ref}',
        'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
        'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
      ],
    }),
    ...needs('statuses', 'read', {
      routes: ['GET /repos/{owner}/{repo}/commits/{ref}/status'],
    }),
  ],
  scopes: ['repo'],
  events: [],
});
