import type { Route } from '../../http/Route';
import { refreshFacts } from '../facts/refreshFacts';
import { presentRepository } from '../present/presentRepository';

/** https://docs.github.com/rest/repos/repos#get-a-repository */
export const getRepository: Route = {
  route: 'GET /repos/{owner}/{repo}',
  on: 'repository',
  async handle(call) {
    const { sandbox, repository } = call;
    await refreshFacts({ sandbox, repositories: [repository] });
    return {
      body: presentRepository({ ...call, shape: 'full' }),
      headers: {
        'last-modified': new Date(repository.updatedAt).toUTCString(),
      },
    };
  },
};
