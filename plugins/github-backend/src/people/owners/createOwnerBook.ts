import type { Knex } from 'knex';
import type { GithubSettings } from '../../config/GithubSettings';
import { hashOf } from '../../store/hashOf';
import { lowerKey } from '../../store/lowerKey';
import { covers } from '../sync/covers';
import type { Lacks } from './Lacks';

/** Which teams and people there are, for those who are named as owners. */
export interface OwnerBook {
  /** Brings up to date what `lacks` answers of a host. Changes where a team or a person has come or gone. */
  version(options: { host: string }): Promise<string>;
  lacks: Lacks;
}

interface Page {
  stamp: string;
  version: string;
  /** Slugs by organisation, of those that were read completely. */
  teams: Map<string, Set<string>>;
  /** Undefined where an organisation is still to be read, whose people are not known. */
  logins?: Set<string>;
}

export function createOwnerBook(options: {
  knex: Knex;
  settings: Pick<GithubSettings, 'people'>;
}): OwnerBook {
  const { knex, settings } = options;
  const pages = new Map<string, Page>();

  /** All in lower case. */
  async function organisationsOf(host: string) {
    const rows: { organisation: string; read_at: unknown }[] = await knex(
      'people_organisations',
    )
      .where({ host })
      .orderBy('organisation')
      .select('organisation', 'read_at');
    const covered = rows.filter(({ organisation }) =>
      settings.people.some(source => covers(source, { host, organisation })),
    );
    const named = settings.people
      .filter(source => source.host === host)
      .flatMap(({ orgs }) => orgs ?? [])
      .map(lowerKey);
    const read = new Set(
      covered.flatMap(({ organisation, read_at }) =>
        read_at === null ? [] : [organisation],
      ),
    );
    const all = [...named, ...covered.map(each => each.organisation)];
    return { read: [...read], isAll: all.every(each => read.has(each)) };
  }

  async function load(host: string): Promise<Page> {
    const { read, isAll } = await organisationsOf(host);
    const [{ count, latest }] = await knex('people_known')
      .where({ host })
      .count({ count: '*' })
      .max({ latest: 'asked_at' });
    const stamp = hashOf([read, isAll, String(count), String(latest)]);
    const before = pages.get(host);
    if (before?.stamp === stamp) return before;
    const rows: { organisation: string; kind: string; data: string }[] =
      await knex('people_known')
        .where({ host })
        .whereIn('organisation', read)
        .select('organisation', 'kind', 'data');
    const teams = new Map(read.map(each => [each, new Set<string>()]));
    const logins = new Set<string>();
    for (const { organisation, kind, data } of rows) {
      const { slug, login } = JSON.parse(data);
      if (kind === 'team') teams.get(organisation)!.add(lowerKey(slug));
      else logins.add(lowerKey(login));
    }
    const version = hashOf([
      ...[...teams].map(([name, slugs]) => [name, [...slugs].sort()]),
      ...[isAll, [...logins].sort()],
    ]);
    return { stamp, version, teams, ...(isAll && { logins }) };
  }

  return {
    async version({ host }) {
      const page = await load(host);
      pages.set(host, page);
      return page.version;
    },
    lacks({ host, organisation, ...named }) {
      const page = pages.get(host);
      const slugs = page?.teams.get(lowerKey(organisation));
      if (!slugs) return false;
      return 'slug' in named
        ? !slugs.has(lowerKey(named.slug))
        : Boolean(page?.logins && !page.logins.has(lowerKey(named.login)));
    },
  };
}
