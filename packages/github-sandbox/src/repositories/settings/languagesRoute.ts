import type { Route } from '../../http/Route';
import { knownFacts } from '../facts/knownFacts';
import { refreshFacts } from '../facts/refreshFacts';

/** Bytes by language. https://docs.github.com/rest/repos/repos#list-repository-languages */
export const languagesRoute: Route = {
  route: 'GET /repos/{owner}/{repo}/languages',
  on: 'repository',
  async handle({ sandbox, repository }) {
    await refreshFacts({ sandbox, repositories: [repository] });
    return { body: knownFacts(repository)?.languages ?? {} };
  },
};
