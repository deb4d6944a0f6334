import type { Team } from '../Team';
import type { GraphqlError } from '../../github/graphql/GraphqlAnswer';
import { pageOf } from './pageOf';
import { toTeam, type TeamNode } from './toTeam';

type MemberConnection = Parameters<
  typeof pageOf<{ login: string }>
>[0]['connection'];

interface Collected {
  node: TeamNode;
  members: string[];
  /** Where its next members begin. */
  after?: string;
  /** False where members are missing: a team that says nothing. */
  isWhole: boolean;
}

/** Gathers teams whose members come in several pages. */
export interface TeamCollector {
  add(options: {
    node: TeamNode & { members?: MemberConnection };
    errors: GraphqlError[];
    path: (string | number)[];
  }): void;
  /** Teams of which more members are to come, at most so many. */
  rest(most: number): { teamId: string; after: string }[];
  addMembers(options: {
    teamId: string;
    connection: MemberConnection;
    errors: GraphqlError[];
    path: (string | number)[];
  }): void;
  /** Those that are whole. */
  teams(): Team[];
  isWhole(): boolean;
}

export function createTeamCollector(): TeamCollector {
  const collected = new Map<string, Collected>();

  function take(options: {
    team: Collected;
    connection: MemberConnection;
    errors: GraphqlError[];
    path: (string | number)[];
  }) {
    const { team, connection, errors, path } = options;
    const page = pageOf<{ login: string }>({ connection, errors, path });
    team.members.push(...page.nodes.map(({ login }) => login));
    team.isWhole = team.isWhole && page.isWhole && page.doubtful.length === 0;
    team.after = team.isWhole ? page.next : undefined;
  }

  return {
    add({ node, errors, path }) {
      const team = { node, members: [], isWhole: true };
      collected.set(node.id, team);
      take({
        ...{ team, connection: node.members, errors },
        path: [...path, 'members'],
      });
    },
    rest: most =>
      [...collected.values()]
        .flatMap(({ node, after }) =>
          after ? [{ teamId: node.id, after }] : [],
        )
        .slice(0, most),
    addMembers({ teamId, ...more }) {
      const team = collected.get(teamId);
      if (team) take({ team, ...more });
    },
    teams: () =>
      [...collected.values()].flatMap(({ node, members, isWhole }) =>
        isWhole ? [toTeam({ node, members: [...new Set(members)] })] : [],
      ),
    isWhole: () => [...collected.values()].every(({ isWhole }) => isWhole),
  };
}
