import type { Sandbox } from '../../core/Sandbox';
import type { Label, Repository } from '../../core/state';
import { findLabel } from './findLabel';

/** The colour of labels that GitHub makes because somebody set one that was not there. */
const COLOUR = 'ededed';

/** The labels with these names; those that the repository does not have yet are made, as GitHub does. */
export function ensureLabels(options: {
  sandbox: Sandbox;
  repository: Repository;
  names: string[];
}): Label[] {
  const { sandbox, repository, names } = options;
  const labels = names.map(
    name =>
      findLabel({ sandbox, repository, name }) ??
      sandbox.state.labels.insert({
        id: sandbox.nextId(),
        repositoryId: repository.id,
        name,
        color: COLOUR,
        description: null,
        default: false,
      }),
  );
  return [...new Set(labels)];
}
