import type { LoggerService } from '@backstage/backend-plugin-api';
import type { GithubService } from '@callboard/plugin-github-node';
import type { Knex } from 'knex';
import { lowerKey } from '../../store/lowerKey';
import type { TeamAccess } from '../People';
import { openOrganisation } from '../read/openOrganisation';
import { readTeamAccess, type TeamGrant } from './readTeamAccess';

const DAY_MS = 86_400_000;
/** GitHub is not asked again for so long after it did not answer. */
const PATIENCE_MS = 600_000;
const RANK = { admin: 0, maintain: 1, write: 2 };

/** See `TeamAccessBook.teamsOf`. */
type Teams = Map<string, TeamAccess[]>;

/** Which teams may write to the repositories of an owner; kept in the database for a day. */
export interface TeamAccessBook {
  teamsOf(options: {
    host: string;
    owner: string;
  }): Promise<Map<string, TeamAccess[]>>;
  /** GitHub told of a change: the next to want it asks. */
  forget(options: { host: string; owner: string }): Promise<void>;
}

export function createTeamAccess(options: {
  github: GithubService;
  knex: Knex;
  logger: LoggerService;
  now: () => Date;
}): TeamAccessBook {
  const { github, knex, logger, now } = options;
  const asking = new Map<string, Promise<Teams>>();
  /** By owner, what was last taken from the database, and when GitHub was asked for that. */
  const taken = new Map<string, { readAt: number; teams: Teams }>();
  const failedAt = new Map<string, number>();
  const keyOf = (each: { host: string; owner: string }) => ({
    host: each.host,
    organisation: lowerKey(each.owner),
  });

  async function ask(which: { host: string; owner: string }): Promise<Teams> {
    const { host, owner: organisation } = which;
    const readAt = now().getTime();
    const open = await openOrganisation({ github, host, organisation });
    const grants = await readTeamAccess({ open, host, organisation }).catch(
      (error: Error) => {
        // A person's repositories have no teams.
        if (error.name === 'NotFoundError') return [];
        throw error;
      },
    );
    const values = { access: JSON.stringify(grants), read_at: readAt };
    await knex('people_team_access')
      .insert({ ...keyOf(which), ...values })
      .onConflict(['host', 'organisation'])
      .merge(values);
    return byRepository(grants);
  }

  async function take(which: { host: string; owner: string }) {
    const key = JSON.stringify(keyOf(which));
    const rows = () => knex('people_team_access').where(keyOf(which));
    const latest = await rows().first('read_at');
    const last = taken.get(key);
    if (last && latest && Number(latest.read_at) === last.readAt) return last;
    const row = latest && (await rows().first());
    if (!row) return undefined;
    const grants: TeamGrant[] = JSON.parse(row.access);
    const found = {
      ...{ readAt: Number(row.read_at), teams: byRepository(grants) },
    };
    // That of what was forgotten says nothing of which it is.
    if (found.readAt > 0) taken.set(key, found);
    return found;
  }

  async function teamsOf(which: { host: string; owner: string }) {
    const found = await take(which);
    if (found && now().getTime() - found.readAt < DAY_MS) return found.teams;
    const stale: Teams = found?.teams ?? new Map();
    const key = JSON.stringify(keyOf(which));
    const failed = failedAt.get(key);
    if (failed !== undefined && now().getTime() - failed < PATIENCE_MS) {
      return stale;
    }
    const asked =
      asking.get(key) ?? ask(which).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked.catch((error: Error) => {
      failedAt.set(key, now().getTime());
      logger.warn(
        `It is not known which teams of ${which.owner} (${which.host}) may write to its repositories: ${error.message}`,
      );
      return stale;
    });
  }

  return {
    teamsOf,
    async forget(which) {
      await knex('people_team_access')
        .where(keyOf(which))
        .update({ read_at: 0 });
    },
  };
}

/** Best permission first; of equals the team with the fewest repositories, which is the most particular; then by slug. */
function byRepository(grants: TeamGrant[]): Teams {
  const counts = new Map<string, number>();
  for (const { slug } of grants) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const sorted = [...grants].sort(
    (a, b) =>
      RANK[a.permission] - RANK[b.permission] ||
      counts.get(a.slug)! - counts.get(b.slug)! ||
      (a.slug < b.slug ? -1 : 1),
  );
  const found: Teams = new Map();
  for (const { repository, slug, permission } of sorted) {
    const teams = found.get(repository) ?? [];
    teams.push({ slug, permission });
    found.set(repository, teams);
  }
  return found;
}
