import type { Repository, User } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';

/** Who has given a repository a star. All stars are counted once in a query. */
export function starsOf(options: {
  repository: Repository;
  context: GraphqlContext;
}): User[] {
  const { repository, context } = options;
  const stars = context.once('stars', () => {
    const byRepository = new Map<number, User[]>();
    for (const user of context.sandbox.state.users.all()) {
      for (const id of user.starred) {
        const users = byRepository.get(id) ?? [];
        byRepository.set(id, users);
        users.push(user);
      }
    }
    return byRepository;
  });
  return stars.get(repository.id) ?? [];
}
