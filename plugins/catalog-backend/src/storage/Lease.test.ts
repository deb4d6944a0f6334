import {
  startPostgresDatabases,
  type TestDatabases,
} from '../__testUtils__/testDatabases';
import { Lease, LEASE_MS } from './Lease';
import { migrate } from './migrate';

jest.setTimeout(60_000);

describe('Lease', () => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await startPostgresDatabases();
  });
  afterAll(() => databases.stop());

  it('belongs to one replica, and to another once it is given back or has run out', async () => {
    const knex = await databases.create();
    await migrate(knex);
    const one = new Lease({ knex, name: 'x' });
    const two = new Lease({ knex, name: 'x' });
    expect(await one.hold()).toBe(true);
    expect(await two.hold()).toBe(false);
    await one.release();
    expect(await two.hold()).toBe(true);
    expect(await one.hold()).toBe(false);

    // The holder was killed that long ago.
    await knex('engine_leases').decrement('expires_at', LEASE_MS + 1);
    expect(await one.hold()).toBe(true);
    expect(LEASE_MS).toBeLessThanOrEqual(30_000);
  });
});
