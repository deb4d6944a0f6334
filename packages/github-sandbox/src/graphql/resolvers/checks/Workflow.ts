import { nodeId } from '../../../core/nodeId';
import { connection } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { repositoryById } from '../shared/repositoryById';
import { repositoryPath } from '../shared/repositoryPath';

type WorkflowSource = Source<'workflow'>;

/** https://docs.github.com/graphql/reference/objects#workflow */
export const Workflow: Resolvers<WorkflowSource> = {
  ...located<WorkflowSource>(
    ({ workflow }, context) =>
      `${repositoryPath({
        repository: repositoryById({ id: workflow.repositoryId, context }),
        context,
      })}/actions/workflows/${workflow.path.split('/').at(-1)}`,
  ),
  id: ({ workflow }) => nodeId({ type: 'Workflow', id: workflow.id }),
  databaseId: ({ workflow }) => workflow.id,
  name: ({ workflow }) => workflow.name,
  state: ({ workflow }) => workflow.state.toUpperCase(),
  createdAt: ({ workflow }) => workflow.createdAt,
  updatedAt: ({ workflow }) => workflow.updatedAt,
  runs: ({ workflow }, args, { sandbox }) =>
    connection({
      rows: sorted({
        rows: sandbox.state.workflowRuns.by('workflow', workflow.id),
        orderBy: args.orderBy,
        by: { CREATED_AT: row => row.createdAt },
      }),
      args,
      key: ({ id }) => id,
      node: source.workflowRun,
    }),
};
