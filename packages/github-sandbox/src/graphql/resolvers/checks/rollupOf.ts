import { statusCheckRollupOf } from '../../../checks/statusCheckRollupOf';
import type { StatusCheckRollup } from '../../../checks/statusCheckRollupOf';
import type { Repository } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { demandPermission } from '../../rights/demandPermission';
import { source } from '../../sources/source';

interface Options {
  repository: Repository;
  sha: string;
  context: GraphqlContext;
}

/** What the checks of a commit come to, worked out once in a query. */
export function computeRollup(options: Options): StatusCheckRollup | undefined {
  const { repository, sha, context } = options;
  const { sandbox } = context;
  return context.once(`rollup:${repository.id}:${sha}`, () =>
    statusCheckRollupOf({ sandbox, repository, sha }),
  );
}

/** The rollup as a parent for resolvers; null where the commit has no checks. */
export function rollupOf(options: Options) {
  const { repository, sha, context } = options;
  demandPermission({
    context,
    access: { permission: { name: 'checks', level: 'read' } },
    repository,
  });
  return computeRollup(options) ? source.rollup(repository, sha) : null;
}
