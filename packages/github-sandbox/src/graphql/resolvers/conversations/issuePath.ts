import type { Issue } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { repositoryById } from '../shared/repositoryById';
import { repositoryPath } from '../shared/repositoryPath';

/** `/acme/shop/issues/3` or `/acme/shop/pull/3` */
export function issuePath(options: {
  issue: Issue;
  context: GraphqlContext;
}): string {
  const { issue, context } = options;
  const repository = repositoryById({ id: issue.repositoryId, context });
  return `${repositoryPath({ repository, context })}/${
    issue.pull ? 'pull' : 'issues'
  }/${issue.number}`;
}
