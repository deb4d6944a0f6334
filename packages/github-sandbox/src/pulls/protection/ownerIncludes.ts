import type { Sandbox } from '../../core/Sandbox';
import type { Team } from '../../core/state';

/** The team that a code owner names, as `@organisation/team`. */
export function teamOfOwner(options: {
  sandbox: Sandbox;
  owner: string;
}): Team | undefined {
  const { sandbox, owner } = options;
  const [login, slug] = owner.replace(/^@/, '').split('/');
  const organisation =
    slug && sandbox.state.organisations.first('login', login.toLowerCase());
  return organisation
    ? sandbox.state.teams
        .by('organisation', organisation.id)
        .find(team => team.slug === slug.toLowerCase())
    : undefined;
}

/** Whether a person is a code owner, by login, address or team. */
export function ownerIncludes(options: {
  sandbox: Sandbox;
  owner: string;
  userId: number;
}): boolean {
  const { sandbox, owner, userId } = options;
  const team = teamOfOwner({ sandbox, owner });
  if (team) {
    return team.members.some(
      member => member.userId === userId && member.state === 'active',
    );
  }
  const user = sandbox.state.users.get(userId);
  const name = owner.replace(/^@/, '').toLowerCase();
  return (
    user !== undefined &&
    (user.login.toLowerCase() === name || user.email?.toLowerCase() === name)
  );
}
