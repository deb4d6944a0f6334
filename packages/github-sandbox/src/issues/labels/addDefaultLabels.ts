import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { DEFAULT_LABELS } from './defaultLabels';

/** Gives a new repository the labels that every one begins with, apart from those that are left out by name. */
export function addDefaultLabels(options: {
  sandbox: Sandbox;
  repository: Repository;
  except?: string[];
}): void {
  const { sandbox, repository, except = [] } = options;
  for (const label of DEFAULT_LABELS) {
    if (except.includes(label.name)) continue;
    sandbox.state.labels.insert({
      id: sandbox.nextId(),
      repositoryId: repository.id,
      ...label,
      default: true,
    });
  }
}
