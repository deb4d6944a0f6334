import { TestDatabases } from '@backstage/backend-test-utils';
import { migrationSource } from '../database/migrations';
import { createMemorySeenCredentials } from './createMemorySeenCredentials';
import { createReadOnlySeenCredentials } from './createReadOnlySeenCredentials';
import { createSeenCredentials } from './createSeenCredentials';

const FIRST = '2026-11-26T10:00:00.000Z';
const LATER = '2026-12-26T10:00:00.000Z';

describe('since when credentials are known', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let time = FIRST;
  const now = () => new Date(time);
  beforeEach(() => {
    time = FIRST;
  });

  it('is remembered over a restart', async () => {
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest({ migrationSource });
    const seen = createSeenCredentials({ knex, now });
    expect(await seen.firstSeen('1a2b3c4d')).toBe(FIRST);
    time = LATER;
    expect(await seen.firstSeen('1a2b3c4d')).toBe(FIRST);
    expect(await seen.firstSeen('ffffffff')).toBe(LATER);

    const restarted = createSeenCredentials({ knex, now });
    expect(await restarted.firstSeen('1a2b3c4d')).toBe(FIRST);
  });

  it('is looked up without writing beside a portal', async () => {
    const knex = await databases.init('SQLITE_3');
    const beside = createReadOnlySeenCredentials({ knex, now });
    expect(await beside.firstSeen('1a2b3c4d')).toBe(FIRST);
    await knex.migrate.latest({ migrationSource });
    await createSeenCredentials({ knex, now }).firstSeen('1a2b3c4d');
    time = LATER;
    expect(await beside.firstSeen('1a2b3c4d')).toBe(FIRST);
    expect(await beside.firstSeen('ffffffff')).toBe(LATER);
    expect(await knex('seen_credentials').pluck('fingerprint')).toEqual([
      '1a2b3c4d',
    ]);
  });

  it('lasts as long as the process without a database', async () => {
    const seen = createMemorySeenCredentials({ now });
    await seen.firstSeen('1a2b3c4d');
    time = LATER;
    expect(await seen.firstSeen('1a2b3c4d')).toBe(FIRST);
  });
});
