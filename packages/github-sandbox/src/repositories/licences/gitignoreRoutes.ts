import { notFound } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { wantedMedia } from '../wantedMedia';
import { gitignoreTemplates } from './gitignoreTemplates';

/** The templates for .gitignore, https://docs.github.com/rest/gitignore/gitignore. */
export const gitignoreRoutes: Route[] = [
  {
    route: 'GET /gitignore/templates',
    on: 'anything',
    handle: () => ({ body: Object.keys(gitignoreTemplates) }),
  },
  {
    route: 'GET /gitignore/templates/{name}',
    on: 'anything',
    handle({ params, headers }) {
      const name = Object.keys(gitignoreTemplates).find(
        candidate => candidate.toLowerCase() === params.name.toLowerCase(),
      );
      if (!name) throw notFound();
      const source = gitignoreTemplates[name];
      return wantedMedia(headers) === 'raw'
        ? {
            body: source,
            headers: {
              'content-type': 'application/vnd.github.v3.raw; charset=utf-8',
            },
          }
        : { body: { name, source } };
    },
  },
];
