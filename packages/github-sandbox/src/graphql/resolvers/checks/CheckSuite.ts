import { nodeId } from '../../../core/nodeId';
import { connection } from '../../connections/connection';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { GraphqlContext } from '../../GraphqlContext';
import { pullConnection } from '../conversations/pullConnection';
import { refByName } from '../git/refByName';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { repositoryById, repositoryOf } from '../shared/repositoryById';
import { repositoryPath } from '../shared/repositoryPath';

type CheckSuiteSource = Source<'checkSuite'>;

/** https://docs.github.com/graphql/reference/objects#checksuite */
export const CheckSuite: Resolvers<CheckSuiteSource> = {
  ...located<CheckSuiteSource>(pathOf),
  id: ({ checkSuite }) => nodeId({ type: 'CheckSuite', id: checkSuite.id }),
  databaseId: ({ checkSuite }) => checkSuite.id,
  status: ({ checkSuite }) => checkSuite.status.toUpperCase(),
  conclusion: ({ checkSuite }) => checkSuite.conclusion?.toUpperCase() ?? null,
  createdAt: ({ checkSuite }) => checkSuite.createdAt,
  updatedAt: ({ checkSuite }) => checkSuite.updatedAt,
  creator: () => null,
  push: () => null,
  app({ checkSuite }, _args, { sandbox }) {
    const app = sandbox.state.apps.get(checkSuite.appId);
    return app ? source.app(app) : null;
  },
  branch: ({ checkSuite }, _args, context) =>
    checkSuite.headBranch === null
      ? null
      : refByName({
          repository: repositoryById({ id: checkSuite.repositoryId, context }),
          name: `refs/heads/${checkSuite.headBranch}`,
          context,
        }),
  commit: ({ checkSuite }, _args, context) =>
    source.commit(
      repositoryById({ id: checkSuite.repositoryId, context }),
      checkSuite.headSha,
    ),
  repository: ({ checkSuite }, _args, context) =>
    repositoryOf({ id: checkSuite.repositoryId, context }),
  matchingPullRequests: ({ checkSuite }, args, context) =>
    pullConnection({
      repositoryId: checkSuite.repositoryId,
      args,
      context,
      accept: ({ pull }) => pull.head.sha === checkSuite.headSha,
    }),
  workflowRun({ checkSuite }, _args, { sandbox }) {
    const run = sandbox.state.workflowRuns
      .by('repository', checkSuite.repositoryId)
      .find(({ suiteId }) => suiteId === checkSuite.id);
    return run ? source.workflowRun(run) : null;
  },
  checkRuns({ checkSuite }, args, { sandbox }) {
    const filter = args.filterBy ?? {};
    const fits = (wanted: string[] | null | undefined, value: string | null) =>
      !wanted || (value !== null && wanted.includes(value.toUpperCase()));
    const runs = sandbox.state.checkRuns.by('suite', checkSuite.id);
    const latest =
      filter.checkType === 'ALL'
        ? runs
        : [...new Map(runs.map(run => [run.name, run])).values()];
    return connection({
      rows: latest.filter(
        run =>
          (!filter.appId || run.appId === filter.appId) &&
          (!filter.checkName || run.name === filter.checkName) &&
          fits(filter.status && [filter.status], run.status) &&
          fits(filter.statuses, run.status) &&
          fits(filter.conclusions, run.conclusion),
      ),
      args,
      key: ({ id }) => id,
      node: source.checkRun,
    });
  },
};

function pathOf({ checkSuite }: CheckSuiteSource, context: GraphqlContext) {
  const repository = repositoryById({ id: checkSuite.repositoryId, context });
  return `${repositoryPath({ repository, context })}/commit/${
    checkSuite.headSha
  }/checks?check_suite_id=${checkSuite.id}`;
}
