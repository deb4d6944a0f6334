import { notFound } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { openGit } from '../openGit';
import { emptyRepository, isEmpty } from '../requireCommit';
import { presentRef } from './presentRef';

/** https://docs.github.com/rest/git/refs */
export const readRefRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
    on: 'repository',
    access: { permission: { name: 'contents', level: 'read' } },
    async handle(call) {
      const git = await openGit(call);
      const name = call.params.ref.replace(/^refs\//, '');
      const found = await git.readRef({ ref: `refs/${name}` });
      if (found) return { body: presentRef({ call, found }) };
      throw (await isEmpty(git)) ? emptyRepository() : notFound();
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}',
    on: 'repository',
    access: { permission: { name: 'contents', level: 'read' } },
    async handle(call) {
      const git = await openGit(call);
      if (await isEmpty(git)) throw emptyRepository();
      const name = call.params.ref.replace(/^refs\//, '');
      const refs = await git.listRefs({ prefix: `refs/${name}` });
      const read = await Promise.all(
        refs.map(({ ref }) => git.readRef({ ref })),
      );
      return {
        body: read.flatMap(found => (found ? presentRef({ call, found }) : [])),
      };
    },
  },
];
