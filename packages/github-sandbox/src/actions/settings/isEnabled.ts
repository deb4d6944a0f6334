import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';

/** Whether workflows of a repository run at all. https://docs.github.com/rest/actions/permissions */
export function isEnabled(options: {
  sandbox: Sandbox;
  repository: Repository;
}): boolean {
  const { sandbox, repository } = options;
  if (repository.archived || !repository.actions.enabled) return false;
  const organisation = sandbox.state.organisations.get(repository.ownerId);
  const { enabled_repositories: enabled, selected_repository_ids: selected } =
    organisation?.actionsPermissions ?? {};
  if (enabled === 'none') return false;
  return (
    enabled !== 'selected' ||
    (Array.isArray(selected) && selected.includes(repository.id))
  );
}
