import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, User } from '../../core/state';

/** People with a role in repositories of an organisation that they are no members of. */
export function outsideCollaborators(options: {
  sandbox: Sandbox;
  organisation: Organisation;
}): User[] {
  const { sandbox, organisation } = options;
  const members = new Set(organisation.members.map(({ userId }) => userId));
  const ids = new Set(
    sandbox.state.repositories
      .by('owner', organisation.id)
      .flatMap(({ collaborators }) => collaborators)
      .map(({ userId }) => userId)
      .filter(id => !members.has(id)),
  );
  return [...ids]
    .sort((a, b) => a - b)
    .flatMap(id => sandbox.state.users.get(id) ?? []);
}
