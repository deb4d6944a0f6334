import type { Repository } from '../../../core/state';
import { connection } from '../../connections/connection';
import type { ConnectionArguments } from '../../connections/connection';
import type { GraphqlContext } from '../../GraphqlContext';
import { demandPermission } from '../../rights/demandPermission';
import { source } from '../../sources/source';

/** The check suites of a commit. */
export function checkSuiteConnection(options: {
  repository: Repository;
  sha: string;
  args: ConnectionArguments & {
    filterBy?: { appId?: number | null; checkName?: string | null } | null;
  };
  context: GraphqlContext;
}) {
  const { repository, sha, args, context } = options;
  demandPermission({
    context,
    access: { permission: { name: 'checks', level: 'read' } },
    repository,
  });
  const { state } = context.sandbox;
  const { appId, checkName } = args.filterBy ?? {};
  return connection({
    rows: state.checkSuites
      .by('commit', `${repository.id}:${sha}`)
      .filter(
        suite =>
          (!appId || suite.appId === appId) &&
          (!checkName ||
            state.checkRuns
              .by('suite', suite.id)
              .some(({ name }) => name === checkName)),
      ),
    args,
    key: ({ id }) => id,
    node: source.checkSuite,
  });
}
