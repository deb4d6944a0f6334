import type { RollupContext } from '../../../checks/statusCheckRollupOf';
import { connection } from '../../connections/connection';
import type { ConnectionArguments } from '../../connections/connection';
import { source } from '../../sources/source';
import { checkRunState } from './checkRunState';

/** Check runs and statuses in one list, with GitHub's counts. */
export function contextConnection(options: {
  contexts: RollupContext[];
  args: ConnectionArguments;
}) {
  const { contexts, args } = options;
  const runs = contexts.filter(({ kind }) => kind === 'checkRun');
  const statuses = contexts.filter(({ kind }) => kind === 'status');
  return connection({
    rows: contexts,
    args,
    key: one =>
      one.kind === 'checkRun' ? `run:${one.checkRun.id}` : one.status.id,
    node: one =>
      one.kind === 'checkRun'
        ? source.checkRun(one.checkRun)
        : source.statusContext(one.status),
    more: {
      checkRunCount: runs.length,
      checkRunCountsByState: () =>
        count(
          runs.map(one =>
            one.kind === 'checkRun' ? checkRunState(one.checkRun) : one.state,
          ),
        ),
      statusContextCount: statuses.length,
      statusContextCountsByState: () =>
        count(statuses.map(({ state }) => state)),
    },
  });
}

function count(states: string[]) {
  return [...new Set(states)].map(state => ({
    state,
    count: states.filter(one => one === state).length,
  }));
}
