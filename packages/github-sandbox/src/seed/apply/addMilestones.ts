import { createMilestone } from '../../issues/milestones/changeMilestone';
import { ownersOf } from '../peopleOf';
import type { RepositoryContext } from './SeedContext';

/** Adds the milestones; they are as old as the repository, since a seed does not say when they were made. */
export function addMilestones(options: { context: RepositoryContext }): void {
  const { sandbox, seed, seeded, repository, user, at } = options.context;
  const [owner] = ownersOf({ seed });
  for (const milestone of seeded.milestones ?? []) {
    createMilestone({
      sandbox,
      repository,
      actor: user(owner),
      fields: {
        title: milestone.title,
        description: milestone.description,
        state: milestone.state,
        dueOn:
          milestone.dueInDays === undefined ? null : at(-milestone.dueInDays),
      },
      at: repository.createdAt,
    });
  }
}
