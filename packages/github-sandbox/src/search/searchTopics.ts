import { canSee } from '../access';
import type { Route } from '../http/Route';
import { readSearch } from './readSearch';
import { searchAnswer } from './searchAnswer';

/** The topics that repositories have. https://docs.github.com/rest/search/search#search-topics */
export const searchTopics: Route = {
  route: 'GET /search/topics',
  on: 'anything',
  handle(call) {
    const { words } = readSearch(call);
    const counts = new Map<string, { count: number; since: string }>();
    for (const repository of call.sandbox.state.repositories.all()) {
      if (canSee({ ...call, repository })) {
        for (const topic of repository.topics) {
          const { count = 0, since = repository.createdAt } =
            counts.get(topic) ?? {};
          counts.set(topic, { count: count + 1, since });
        }
      }
    }
    return searchAnswer({
      call,
      found: [...counts]
        .filter(([topic]) => words.every(word => topic.includes(word)))
        .sort(([, a], [, b]) => b.count - a.count),
      present: rows =>
        rows.map(([name, { count, since }]) => ({
          name,
          display_name: null,
          short_description: null,
          description: null,
          created_by: null,
          released: null,
          created_at: since,
          updated_at: since,
          featured: false,
          curated: false,
          score: 1,
          repository_count: count,
        })),
    });
  },
};
