import { nodeId } from '../../../core/nodeId';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { personById } from '../shared/personById';
import { repositoryById, repositoryOf } from '../shared/repositoryById';
import { repositoryPath } from '../shared/repositoryPath';
import { canWrite } from './commentFields';
import { issueConnection } from './issueConnection';
import { pullConnection } from './pullConnection';

type MilestoneSource = Source<'milestone'>;

/** https://docs.github.com/graphql/reference/objects#milestone */
export const Milestone: Resolvers<MilestoneSource> = {
  ...located<MilestoneSource>(
    ({ milestone }, context) =>
      `${repositoryPath({
        repository: repositoryById({ id: milestone.repositoryId, context }),
        context,
      })}/milestone/${milestone.number}`,
  ),
  id: ({ milestone }) => nodeId({ type: 'Milestone', id: milestone.id }),
  number: ({ milestone }) => milestone.number,
  title: ({ milestone }) => milestone.title,
  description: ({ milestone }) => milestone.description,
  state: ({ milestone }) => milestone.state.toUpperCase(),
  closed: ({ milestone }) => milestone.state === 'closed',
  closedAt: ({ milestone }) => milestone.closedAt,
  createdAt: ({ milestone }) => milestone.createdAt,
  updatedAt: ({ milestone }) => milestone.updatedAt,
  dueOn: ({ milestone }) => milestone.dueOn,
  creator: ({ milestone }, _args, context) =>
    personById({ id: milestone.creatorId, context }),
  repository: ({ milestone }, _args, context) =>
    repositoryOf({ id: milestone.repositoryId, context }),
  progressPercentage({ milestone }, _args, { sandbox }) {
    const issues = sandbox.state.issues
      .by('repository', milestone.repositoryId)
      .filter(({ milestoneId }) => milestoneId === milestone.id);
    const closed = issues.filter(({ state }) => state === 'closed').length;
    return issues.length === 0 ? 0 : (closed / issues.length) * 100;
  },
  issues: ({ milestone }, args, context) =>
    issueConnection({
      repositoryId: milestone.repositoryId,
      args,
      context,
      accept: ({ milestoneId }) => milestoneId === milestone.id,
    }),
  pullRequests: ({ milestone }, args, context) =>
    pullConnection({
      repositoryId: milestone.repositoryId,
      args,
      context,
      accept: ({ milestoneId }) => milestoneId === milestone.id,
    }),
  viewerCanClose: ({ milestone }, _args, context) =>
    canWrite({ repositoryId: milestone.repositoryId, context }),
  viewerCanReopen: ({ milestone }, _args, context) =>
    canWrite({ repositoryId: milestone.repositoryId, context }),
};
