import type { Knex } from 'knex';
import { chunked } from './chunked';
import { groupBy } from './groupBy';
import { lockRows } from './lockRows';
import type { GivenEntity } from './StoredRepository';

type Told = { host: string; id: string; seenAt: string; given: GivenEntity[] };

/** See `RepositoryStore.told`: one transaction. */
export async function writeGiven(options: {
  knex: Knex;
  what: Told[];
}): Promise<void> {
  const { knex, what } = options;
  await knex.transaction(async tx => {
    for (const [host, ofHost] of groupBy(what, each => each.host)) {
      const these = (table: string, ids: string[]) =>
        tx(table).where({ host }).whereIn('repository_id', ids);
      const rows = await these(
        'github_repositories',
        ofHost.map(({ id }) => id),
      )
        .orderBy('repository_id')
        .modify(lockRows)
        .select('repository_id', 'seen_at');
      const seenAt = new Map(
        rows.map((row: any) => [row.repository_id, row.seen_at]),
      );
      const isLatest = (each: Told) => seenAt.get(each.id) === each.seenAt;
      await replaceGiven({
        tx,
        host,
        told: ofHost.filter(isLatest),
      });
      const late = ofHost.filter(each => !isLatest(each));
      if (late.length > 0) {
        await these(
          'github_repositories',
          late.map(({ id }) => id),
        ).update({ pending: 1 });
      }
    }
  });
}

async function replaceGiven(options: {
  tx: Knex.Transaction;
  host: string;
  told: Told[];
}) {
  const { tx, host, told } = options;
  if (told.length === 0) {
    return;
  }
  const these = (table: string) =>
    tx(table)
      .where({ host })
      .whereIn(
        'repository_id',
        told.map(({ id }) => id),
      );
  await these('github_given').delete();
  const rows = told.flatMap(({ id, given }) =>
    given.map(entity => ({
      host,
      repository_id: id,
      provider: entity.provider,
      entity_ref: entity.entityRef,
      location_key: entity.locationKey ?? null,
      hash: entity.hash,
      stamp: entity.stamp ? JSON.stringify(entity.stamp) : null,
    })),
  );
  for (const part of chunked(rows, 100)) {
    await tx('github_given').insert(part);
  }
  await these('github_repositories').update({ pending: 0 });
}
