import { nodeId } from '../../../core/nodeId';
import { connection } from '../../connections/connection';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { GraphqlContext } from '../../GraphqlContext';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { repositoryById, repositoryOf } from '../shared/repositoryById';
import { repositoryPath } from '../shared/repositoryPath';
import { isRequired } from './isRequired';

type CheckRunSource = Source<'checkRun'>;

/** https://docs.github.com/graphql/reference/objects#checkrun */
export const CheckRun: Resolvers<CheckRunSource> = {
  ...located<CheckRunSource>(pathOf),
  permalink: (run, _args, context) =>
    `${context.urls.html}${pathOf(run, context)}`,
  id: ({ checkRun }) => nodeId({ type: 'CheckRun', id: checkRun.id }),
  databaseId: ({ checkRun }) => checkRun.id,
  name: ({ checkRun }) => checkRun.name,
  status: ({ checkRun }) => checkRun.status.toUpperCase(),
  conclusion: ({ checkRun }) => checkRun.conclusion?.toUpperCase() ?? null,
  startedAt: ({ checkRun }) => checkRun.startedAt,
  completedAt: ({ checkRun }) => checkRun.completedAt,
  detailsUrl: ({ checkRun }) => checkRun.detailsUrl,
  externalId: ({ checkRun }) => checkRun.externalId,
  title: ({ checkRun }) => checkRun.output.title,
  summary: ({ checkRun }) => checkRun.output.summary,
  text: ({ checkRun }) => checkRun.output.text,
  deployment: () => null,
  pendingDeploymentRequest: () => null,
  repository: ({ checkRun }, _args, context) =>
    repositoryOf({ id: checkRun.repositoryId, context }),
  checkSuite: ({ checkRun }, _args, { sandbox }) =>
    source.checkSuite(sandbox.state.checkSuites.get(checkRun.suiteId)!),
  isRequired: ({ checkRun }, args, context) =>
    isRequired({
      name: checkRun.name,
      repository: repositoryById({ id: checkRun.repositoryId, context }),
      args,
      context,
    }),
  steps({ checkRun }, args, { sandbox }) {
    const suite = sandbox.state.checkSuites.get(checkRun.suiteId);
    const run =
      suite &&
      sandbox.state.workflowRuns
        .by('repository', checkRun.repositoryId)
        .find(({ suiteId }) => suiteId === suite.id);
    const job =
      run &&
      sandbox.state.workflowJobs
        .by('run', run.id)
        .find(({ checkRunId }) => checkRunId === checkRun.id);
    return connection({
      rows: (job?.steps ?? []).filter(
        ({ number }) => !args.number || number === args.number,
      ),
      args,
      key: ({ number }) => number,
      node: step => ({
        name: step.name,
        number: step.number,
        status: step.status.toUpperCase(),
        conclusion: step.conclusion?.toUpperCase() ?? null,
        startedAt: step.startedAt,
        completedAt: step.completedAt,
        externalId: null,
        secondsToCompletion: null,
      }),
    });
  },
  annotations: ({ checkRun }, args, context) =>
    connection({
      rows: checkRun.output.annotations.map((annotation, index) => ({
        annotation,
        index,
      })),
      args,
      key: ({ index }) => index,
      node: ({ annotation, index }) => ({
        databaseId: checkRun.id * 100 + index,
        annotationLevel: annotation.level.toUpperCase(),
        message: annotation.message,
        title: annotation.title,
        path: annotation.path,
        rawDetails: null,
        blobUrl: `${context.urls.html}${repositoryPath({
          repository: repositoryById({ id: checkRun.repositoryId, context }),
          context,
        })}/blob/${checkRun.headSha}/${annotation.path}`,
        location: {
          start: { line: annotation.startLine, column: null },
          end: { line: annotation.endLine, column: null },
        },
      }),
    }),
};

function pathOf({ checkRun }: CheckRunSource, context: GraphqlContext) {
  const repository = repositoryById({ id: checkRun.repositoryId, context });
  return `${repositoryPath({ repository, context })}/runs/${checkRun.id}`;
}
