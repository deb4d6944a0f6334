import { canSee } from '../access';
import { notFound } from '../http/GitHubError';
import type { Route } from '../http/Route';
import { presentLabel } from '../issues/present/presentLabel';
import { readSearch } from './readSearch';
import { searchAnswer } from './searchAnswer';

/** The labels of one repository, by name and description. https://docs.github.com/rest/search/search#search-labels */
export const searchLabels: Route = {
  route: 'GET /search/labels',
  on: 'anything',
  access: { permission: { name: 'metadata', level: 'read' } },
  handle(call) {
    const { sandbox, query } = call;
    const { words } = readSearch(call);
    const repository = sandbox.state.repositories.get(
      Number(query.get('repository_id')),
    );
    if (!repository || !canSee({ ...call, repository })) throw notFound();
    const found = sandbox.state.labels
      .by('repository', repository.id)
      .filter(({ name, description }) => {
        const text = `${name}\n${description ?? ''}`.toLowerCase();
        return words.every(word => text.includes(word));
      });
    return searchAnswer({
      call,
      found,
      present: rows =>
        rows.map(label => ({
          ...presentLabel({ ...call, repository, label }),
          score: 1,
        })),
    });
  },
};
