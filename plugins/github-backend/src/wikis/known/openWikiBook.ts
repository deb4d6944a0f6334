import type { Knex } from 'knex';
import { lowerKey } from '../../store/lowerKey';
import type { WikiAddress } from '../readWikiUrl';
import type { KnownWiki, WikiBook } from './WikiBook';

const TABLE = 'github_wikis';

/** See `WikiBook`. The database has `wikisMigration`. */
export async function openWikiBook(options: {
  knex: Knex;
  now: () => Date;
}): Promise<WikiBook> {
  const { knex, now } = options;
  const known = new Map<string, KnownWiki>();
  const book: WikiBook = {
    find: wiki => known.get(keyOf(wiki)),
    async record({ wiki, head }) {
      const checkedAt = now();
      const values = {
        head: head ?? null,
        checked_at_ms: checkedAt.getTime(),
      };
      await knex(TABLE)
        .insert({ ...rowOf(wiki), ...values })
        .onConflict(['host', 'owner', 'name'])
        .merge(values);
      known.set(keyOf(wiki), { ...(head && { head }), checkedAt });
    },
    async load() {
      for (const row of await knex(TABLE).select('*')) {
        known.set(keyOf(row), {
          ...(row.head && { head: row.head }),
          checkedAt: new Date(Number(row.checked_at_ms)),
        });
      }
    },
  };
  await book.load();
  return book;
}

function rowOf({ host, owner, name }: WikiAddress): WikiAddress {
  return {
    host: lowerKey(host),
    owner: lowerKey(owner),
    name: lowerKey(name),
  };
}

function keyOf(wiki: WikiAddress): string {
  const { host, owner, name } = rowOf(wiki);
  return `${host}/${owner}/${name}`;
}
