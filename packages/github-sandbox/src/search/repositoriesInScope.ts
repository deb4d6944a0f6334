import { canSee } from '../access';
import { findAccount } from '../core/names/findAccount';
import { findRepository } from '../core/names/findRepository';
import type { Repository } from '../core/state';
import { validationFailed } from '../http/GitHubError';
import type { Call } from '../http/Route';
import { type SearchQuery, valuesOf } from './parseQuery';

/**
 * The repositories that a search is about: those of `org:`, `user:` and `repo:`, otherwise all that the viewer may see. Throws 422 where
 * nothing of what is named can be seen.
 */
export function repositoriesInScope(options: {
  call: Call;
  query: SearchQuery;
}): Repository[] {
  const { call, query } = options;
  const { sandbox } = call;
  const isVisible = (repository: Repository) => canSee({ ...call, repository });
  const owners = ['org', 'user'].flatMap(name => valuesOf({ query, name }));
  const names = valuesOf({ query, name: 'repo' });
  if (owners.length === 0 && names.length === 0) {
    return sandbox.state.repositories.filter(isVisible);
  }
  const accounts = owners.flatMap(
    login => findAccount({ sandbox, login: resolveMe(call, login) }) ?? [],
  );
  const named = names.flatMap(fullName => {
    const [owner, name = ''] = fullName.split('/');
    const found = findRepository({ sandbox, owner, name });
    return found.outcome !== 'missing' && isVisible(found.repository)
      ? found.repository
      : [];
  });
  if (accounts.length === 0 && named.length === 0) {
    throw validationFailed({
      errors: [
        {
          message:
            'The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.',
          resource: 'Search',
          field: 'q',
          code: 'invalid',
        },
      ],
    });
  }
  const owned = accounts.flatMap(({ id }) =>
    sandbox.state.repositories.by('owner', id).filter(isVisible),
  );
  return [...new Set([...owned, ...named])];
}

function resolveMe({ viewer }: Call, login: string): string {
  return login === '@me' && viewer.kind === 'user' ? viewer.user.login : login;
}
