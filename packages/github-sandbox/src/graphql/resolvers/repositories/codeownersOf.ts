import type { Repository } from '../../../core/state';
import { codeOwnersFile } from '../../../pulls/protection/codeOwnersFile';
import { findErrors } from '../../../settings/codeowners/findErrors';
import type { GraphqlContext } from '../../GraphqlContext';
import { gitOf } from '../git/gitOf';

/** The errors of a CODEOWNERS file, as REST has them. Null where there is no such file. */
export async function codeownersOf(options: {
  repository: Repository;
  refName: string | null | undefined;
  context: GraphqlContext;
}) {
  const { repository, refName, context } = options;
  const file = await codeOwnersFile({
    git: await gitOf({ repository, context }),
    commit: refName ?? repository.defaultBranch,
  });
  return file
    ? { errors: findErrors({ ...context, repository, ...file }) }
    : null;
}
