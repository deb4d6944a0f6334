import type { Sandbox } from '../../core/Sandbox';
import type { Label, Repository } from '../../core/state';

/** A label of a repository by its name; capitals do not matter. */
export function findLabel(options: {
  sandbox: Sandbox;
  repository: Repository;
  name: string;
}): Label | undefined {
  const { sandbox, repository } = options;
  const name = options.name.toLowerCase();
  return sandbox.state.labels
    .by('repository', repository.id)
    .find(label => label.name.toLowerCase() === name);
}
