import type { Team } from '../../../core/state';
import { connection } from '../../connections/connection';
import type { ConnectionArguments } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';

/** The arguments that lists of teams have. */
export interface TeamArguments extends ConnectionArguments {
  orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
  privacy?: 'SECRET' | 'VISIBLE' | null;
  query?: string | null;
  role?: 'ADMIN' | 'MEMBER' | null;
  rootTeamsOnly?: boolean | null;
  userLogins?: string[] | null;
}

/** Those of the teams, which the viewer may see, that fit the arguments; by name where nothing is said. */
export function teamConnection(options: {
  teams: Team[];
  args: TeamArguments;
  context: GraphqlContext;
}) {
  const { teams, args, context } = options;
  const { viewer } = context;
  const users = args.userLogins?.flatMap(
    login =>
      context.sandbox.state.users.first('login', login.toLowerCase()) ?? [],
  );
  const isIn = (team: Team, userId: number) =>
    team.members.find(
      member => member.userId === userId && member.state === 'active',
    );
  const rows = teams.filter(team => {
    const own = viewer.kind === 'user' ? isIn(team, viewer.user.id) : undefined;
    return (
      (!args.privacy ||
        (team.privacy === 'secret') === (args.privacy === 'SECRET')) &&
      (!args.query ||
        `${team.slug} ${team.name}`
          .toLowerCase()
          .includes(args.query.toLowerCase())) &&
      (!args.rootTeamsOnly || team.parentId === null) &&
      (!args.role ||
        own?.role === (args.role === 'ADMIN' ? 'maintainer' : 'member')) &&
      (!users || users.some(user => isIn(team, user.id)))
    );
  });
  return connection({
    rows: sorted({
      rows,
      orderBy: args.orderBy ?? { field: 'NAME', direction: 'ASC' },
      by: { NAME: row => row.name.toLowerCase() },
    }),
    args,
    key: row => row.id,
    node: source.team,
  });
}
