import type { Sandbox } from '../../core/Sandbox';
import type { Milestone, Repository } from '../../core/state';

/** A milestone by its number in the repository. */
export function findMilestone(options: {
  sandbox: Sandbox;
  repository: Repository;
  number: number;
}): Milestone | undefined {
  const { sandbox, repository, number } = options;
  return sandbox.state.milestones
    .by('repository', repository.id)
    .find(milestone => milestone.number === number);
}
