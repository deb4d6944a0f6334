import type { Knex } from 'knex';

const TABLE = 'github_delivery_cursors';

/** Up to when an App's deliveries have been looked through; undefined before the first time. */
export async function readDeliveryCursor(options: {
  knex: Knex;
  credentialId: string;
}): Promise<Date | undefined> {
  const row = await options
    .knex(TABLE)
    .where({ credential_id: options.credentialId })
    .first('cursor');
  return row && new Date(row.cursor);
}

export async function writeDeliveryCursor(options: {
  knex: Knex;
  credentialId: string;
  until: Date;
}): Promise<void> {
  const { knex, credentialId, until } = options;
  await knex(TABLE)
    .insert({ credential_id: credentialId, cursor: until.toISOString() })
    .onConflict('credential_id')
    .merge();
}
