import { newRepository } from '../../core/records/newRepository';
import type { Repository } from '../../core/state';
import { assignNumbers } from '../history/assignNumbers';
import type { SeedRepository } from '../SeedRepository';
import { addAlerts } from './addAlerts';
import { addConversations } from './addConversations';
import { addDeployments } from './addDeployments';
import { addEnvironments } from './addEnvironments';
import { addLabels } from './addLabels';
import { addMilestones } from './addMilestones';
import { addReleases } from './addReleases';
import { addScanningAlerts } from './addScanningAlerts';
import { addWiki } from './addWiki';
import { historyOf } from './historyOf';
import { repositoryValues } from './repositoryValues';
import type { RepositoryContext, SeedContext } from './SeedContext';
import { takePullCommits } from './takePullCommits';

/** Adds a repository with everything that hangs on it. */
export async function addRepository(options: {
  context: SeedContext;
  seeded: SeedRepository;
}): Promise<Repository> {
  const { context, seeded } = options;
  const { sandbox, organisation, user } = context;
  const login = seeded.owner ?? organisation.login;
  const owner = login === organisation.login ? organisation : user(login);
  const numbers = assignNumbers({ repository: seeded });
  const repository = newRepository({
    sandbox,
    owner,
    name: seeded.name,
    seed: historyOf({ context, seeded, numbers }),
    values: repositoryValues({ context, seeded }),
  });
  repository.actions.runner = seeded.runner;
  if (seeded.runs) {
    repository.actions.replay = { commits: seeded.runs, until: context.at(0) };
  }
  const complete: RepositoryContext = {
    ...context,
    seeded,
    repository,
    numbers,
  };
  addPeopleTo({ context: complete });
  addWiki({ context: complete });
  addLabels({ context: complete });
  addMilestones({ context: complete });
  const commits = await takePullCommits({ context: complete });
  await addConversations({ context: complete, commits });
  addReleases({ context: complete });
  addAlerts({ context: complete });
  addScanningAlerts({ context: complete });
  addEnvironments({ context: complete });
  await addDeployments({ context: complete });
  return repository;
}

function addPeopleTo(options: { context: RepositoryContext }) {
  const { sandbox, seeded, repository, teamId, user } = options.context;
  const { teams } = sandbox.state;
  for (const [slug, permission] of Object.entries(seeded.teams ?? {})) {
    const team = teams.get(teamId(slug))!;
    team.repositories.push({ repositoryId: repository.id, permission });
  }
  for (const login of seeded.stars ?? []) {
    user(login).starred.push(repository.id);
  }
}
