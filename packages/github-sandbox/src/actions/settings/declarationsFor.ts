import type { Sandbox } from '../../core/Sandbox';
import type { Repository, RunnerDeclarations } from '../../core/state';

/** What the runner of a repository has beside the simulated shell: the repository's own wins over the organisation's. */
export function declarationsFor(options: {
  sandbox: Sandbox;
  repository: Repository;
}): Required<RunnerDeclarations> {
  const { sandbox, repository } = options;
  const shared = sandbox.state.organisations.get(repository.ownerId)?.runner;
  const own = repository.actions.runner;
  return {
    commands: { ...shared?.commands, ...own?.commands },
    actions: { ...shared?.actions, ...own?.actions },
  };
}
