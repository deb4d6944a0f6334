import { nodeId } from '../../../core/nodeId';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { repositoryById } from '../shared/repositoryById';
import { repositoryPath } from '../shared/repositoryPath';

type WorkflowRunSource = Source<'workflowRun'>;

/** https://docs.github.com/graphql/reference/objects#workflowrun */
export const WorkflowRun: Resolvers<WorkflowRunSource> = {
  ...located<WorkflowRunSource>(
    ({ run }, context) =>
      `${repositoryPath({
        repository: repositoryById({ id: run.repositoryId, context }),
        context,
      })}/actions/runs/${run.id}`,
  ),
  id: ({ run }) => nodeId({ type: 'WorkflowRun', id: run.id }),
  databaseId: ({ run }) => run.id,
  runNumber: ({ run }) => run.runNumber,
  event: ({ run }) => run.event,
  createdAt: ({ run }) => run.createdAt,
  updatedAt: ({ run }) => run.updatedAt,
  checkSuite: ({ run }, _args, { sandbox }) =>
    source.checkSuite(sandbox.state.checkSuites.get(run.suiteId)!),
  workflow: ({ run }, _args, { sandbox }) =>
    source.workflow(sandbox.state.workflows.get(run.workflowId)!),
};
