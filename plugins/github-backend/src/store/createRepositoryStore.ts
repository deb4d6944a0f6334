import type { Knex } from 'knex';
import { chunked } from './chunked';
import { lowerKey } from './lowerKey';
import { readRepositories } from './readRepositories';
import type { RepositoryStore } from './RepositoryStore';
import { writeGiven } from './writeGiven';
import { writeRepositories } from './writeRepositories';

/** See `RepositoryStore`. */
export function createRepositoryStore(options: {
  knex: Knex;
}): RepositoryStore {
  const { knex } = options;

  async function one(where: { host: string } & Record<string, unknown>) {
    const row = await knex('github_repositories')
      .where(where)
      .orderBy('seen_at', 'desc')
      .first('repository_id');
    if (!row) {
      return undefined;
    }
    const ids = [row.repository_id];
    const found = await readRepositories({ knex, host: where.host, ids });
    return found.get(row.repository_id);
  }

  const ofOwner = ({ host, owner }: { host: string; owner: string }) =>
    knex('github_repositories').where({ host, owner_key: lowerKey(owner) });

  return {
    async byIds(which) {
      return await readRepositories({ knex, ...which });
    },
    async byName({ host, owner, name }) {
      return await one({
        host,
        owner_key: lowerKey(owner),
        name_key: lowerKey(name),
      });
    },
    async pending(which) {
      const rows = await ofOwner(which)
        .where({ pending: 1 })
        .select('repository_id');
      return rows.map(row => row.repository_id);
    },
    async sampleGiven({ limit, ...which }) {
      const rows = await knex('github_given')
        .where({ host: which.host })
        .whereIn('repository_id', ofOwner(which).select('repository_id'))
        .limit(limit)
        .select('entity_ref');
      return rows.map(row => row.entity_ref);
    },
    async givenBy({ providerName, ...which }) {
      const rows = await knex('github_given')
        .where({ host: which.host, provider: providerName })
        .whereIn('repository_id', ofOwner(which).select('repository_id'))
        .select('repository_id', 'entity_ref');
      return rows.map(row => ({
        id: row.repository_id,
        entityRef: row.entity_ref,
      }));
    },
    async ids(which) {
      const rows = await ofOwner(which).select(
        'repository_id',
        'name_key',
        'seen_at',
      );
      return rows.map(row => ({
        id: row.repository_id,
        name: row.name_key,
        seenAt: row.seen_at,
      }));
    },
    async count(which) {
      const [known] = await ofOwner(which).count({ count: '*' });
      const [mirrored] = await ofOwner(which)
        .whereExists(
          knex('github_given')
            .select(knex.raw('1'))
            .whereRaw('github_given.host = github_repositories.host')
            .whereRaw(
              'github_given.repository_id = github_repositories.repository_id',
            ),
        )
        .count({ count: '*' });
      return { known: Number(known.count), mirrored: Number(mirrored.count) };
    },
    async described(which) {
      const [described] = await knex('github_files')
        .where({ host: which.host })
        .whereNot({ state: 'absent' })
        .whereIn('repository_id', ofOwner(which).select('repository_id'))
        .countDistinct({ count: 'repository_id' });
      return Number(described.count);
    },
    async holders({ entityRefs }) {
      const rows = await knex('github_given')
        .join('github_repositories', on =>
          on
            .on('github_repositories.host', 'github_given.host')
            .andOn(
              'github_repositories.repository_id',
              'github_given.repository_id',
            ),
        )
        .whereIn('github_given.entity_ref', entityRefs)
        .select(
          'github_given.entity_ref',
          'github_given.host',
          'github_given.repository_id',
          'github_repositories.database_id',
        );
      return rows.map(row => ({
        entityRef: row.entity_ref,
        host: row.host,
        id: row.repository_id,
        databaseId: Number(row.database_id),
      }));
    },
    async contested({ kind, ...which }) {
      const shared = knex('github_given')
        .where('entity_ref', 'like', `${kind}:%`)
        .groupBy('entity_ref')
        .having(knex.raw('count(*) > 1'))
        .select('entity_ref');
      const rows = await knex('github_given as given')
        .join('github_repositories as repository', on =>
          on
            .on('repository.host', 'given.host')
            .andOn('repository.repository_id', 'given.repository_id'),
        )
        .whereIn('given.entity_ref', shared)
        .select('given.entity_ref', 'repository.*');
      const isOwn = (row: any) =>
        row.host === which.host && row.owner_key === lowerKey(which.owner);
      const refs = new Set(rows.filter(isOwn).map(row => row.entity_ref));
      return rows
        .filter(row => refs.has(row.entity_ref))
        .map(row => ({
          entityRef: row.entity_ref,
          host: row.host,
          owner: row.owner_key,
          id: row.repository_id,
          databaseId: Number(row.database_id),
        }));
    },
    async remind({ host, ids }) {
      for (const chunk of chunked(ids)) {
        await knex('github_repositories')
          .where({ host })
          .whereIn('repository_id', chunk)
          .update({ pending: 1 });
      }
    },
    async write(changes) {
      await writeRepositories({ knex, changes });
    },
    async told(what) {
      for (const chunk of chunked(what, 100)) {
        await writeGiven({ knex, what: chunk });
      }
    },
    async seen({ host, ids, at }) {
      for (const chunk of chunked(ids)) {
        await knex('github_repositories')
          .where({ host })
          .whereIn('repository_id', chunk)
          .where('seen_at', '<', at)
          .update({ seen_at: at });
      }
    },
    async forget({ host, ids }) {
      for (const chunk of chunked(ids)) {
        await knex.transaction(async tx => {
          // As everywhere, repositories are locked first.
          for (const table of [
            'github_repositories',
            'github_files',
            'github_given',
          ]) {
            await tx(table)
              .where({ host })
              .whereIn('repository_id', chunk)
              .delete();
          }
        });
      }
    },
  };
}
