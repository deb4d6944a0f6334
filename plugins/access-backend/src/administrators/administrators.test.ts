import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { startAccess } from '../permissions/__testUtils__/startAccess';
import { administratorMigrations } from './administratorMigrations';
import { AdministratorLinks } from './AdministratorLinks';
import { createAttempts } from './createAttempts';

jest.setTimeout(60_000);

const OLIVIA = 'user:default/olivia';
const JANE = 'user:default/jane';
const COMMAND = 'callboard-permissions';

describe('the first administrator', () => {
  const auditor = mockServices.auditor.mock();
  const recorded: unknown[] = [];
  let portal: Awaited<ReturnType<typeof startAccess>>;
  beforeAll(async () => {
    auditor.createEvent.mockImplementation(async about => {
      recorded.push(about.eventId, about.meta);
      return {
        success: async outcome => {
          recorded.push(outcome);
        },
        fail: async outcome => {
          recorded.push(String(outcome.error));
        },
      };
    });
    portal = await startAccess({ features: [auditor.factory] });
  });
  afterAll(() => portal?.stop());

  const link = () =>
    portal.ask('POST /access/administrator/link', { service: COMMAND });
  const hasOne = async () =>
    (await portal.ask('GET /access/administrator/link', { service: COMMAND }))
      .body;
  const state = async (as: string) =>
    (await portal.ask('GET /access/administrator', { as })).body.state;
  const claim = (token: string, as: string) =>
    portal.ask('POST /access/administrator', { as, body: { token } });

  it('is whoever opens the link, once', async () => {
    expect(await state(JANE)).toBe('open');
    expect(await state('user:default/guest')).toBe('guest');
    expect(await hasOne()).toEqual({ outcome: 'open' });

    const old = (await link()).body;
    const { outcome, token } = (await link()).body;
    expect(outcome).toBe('made');
    // At least 128 bits.
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);

    expect((await claim(old.token, JANE)).body).toEqual({ outcome: 'invalid' });
    expect((await claim(`${token}x`, JANE)).body).toEqual({
      outcome: 'invalid',
    });
    expect((await claim(token, 'user:default/guest')).status).toBe(403);
    expect(
      (await portal.ask('POST /access/administrator', { body: { token } }))
        .status,
    ).toBe(401);
    expect(
      (
        await portal.ask('POST /access/administrator', {
          service: 'external:key',
          body: { token },
        })
      ).status,
    ).toBe(403);

    const both = await Promise.all([claim(token, JANE), claim(token, OLIVIA)]);
    const outcomes = both.map(({ body }) => body.outcome).sort();
    expect(outcomes[0]).toBe('done');
    expect(['invalid', 'taken']).toContain(outcomes[1]);
    const [winner, other] =
      both[0].body.outcome === 'done' ? [JANE, OLIVIA] : [OLIVIA, JANE];
    expect(await state(winner)).toBe('yours');
    expect(await state(other)).toBe('taken');
    expect(await hasOne()).toEqual({ outcome: 'taken' });
    expect((await claim(token, other)).body).toEqual({ outcome: 'taken' });
    expect((await link()).body).toMatchObject({
      outcome: 'taken',
      administrators: [{ role: 'admin', member: winner }],
    });

    const roles = await portal.ask('GET /access/roles', { as: winner });
    expect(roles.status).toBe(200);
    // The last one cannot be removed by mistake.
    expect(
      await portal.ask('POST /access/roles/members/remove', {
        as: winner,
        body: { role: 'admin', member: winner },
      }),
    ).toMatchObject({
      status: 409,
      message: expect.stringMatching(/last administrator/),
    });

    const words = JSON.stringify(recorded);
    expect(words).toContain('administrator-claim');
    expect(recorded).toContain('administrator-link');
    expect(recorded).toContainEqual({
      meta: { outcome: 'made', expiresAt: expect.any(String) },
    });
    expect(recorded).toContainEqual({ meta: { outcome: 'taken' } });
    expect(words).not.toContain(token);
    expect(words).not.toContain(old.token);
  });

  it('is refused to whoever tried too often, and to nobody else', async () => {
    let last = 0;
    for (let attempt = 0; attempt < 11; attempt++) {
      last = (await claim('wrong', JANE)).status;
    }
    expect(last).toBe(429);
    expect((await claim('wrong', OLIVIA)).status).toBe(200);
  });

  it.each([
    'POST /access/administrator/link',
    'GET /access/administrator/link',
  ])('is for whoever runs the portal only: %s', async route => {
    expect((await portal.ask(route, { as: JANE })).status).toBe(403);
    expect((await portal.ask(route, { service: 'external:key' })).status).toBe(
      403,
    );
    expect((await portal.ask(route)).status).toBe(401);
  });
});

it('is nobody where the configuration names one', async () => {
  const portal = await startAccess({
    callboard: { admins: ['group:default/platform'] },
  });
  try {
    expect(
      (
        await portal.ask('POST /access/administrator/link', {
          service: COMMAND,
        })
      ).body.outcome,
    ).toBe('taken');
    const { body } = await portal.ask('GET /access/administrator', {
      as: OLIVIA,
    });
    expect(body).toEqual({ state: 'yours' });
  } finally {
    await portal.stop();
  }
});

describe('AdministratorLinks', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('is good for a day, and keeps a hash only', async () => {
    const knex = await databases.init('SQLITE_3');
    for (const { up } of Object.values(administratorMigrations)) await up(knex);
    let now = new Date('2026-11-26T20:00:00Z');
    const links = new AdministratorLinks({ knex, now: () => now });

    const { token, expiresAt } = await links.make();
    expect(expiresAt.toISOString()).toBe('2026-11-27T20:00:00.000Z');
    expect(JSON.stringify(await knex('administrator_links'))).not.toContain(
      token,
    );
    now = expiresAt;
    expect(await links.use(token)).toBe('expired');
    expect(await links.use(token)).toBe('invalid');

    const second = await links.make();
    now = new Date(second.expiresAt.getTime() - 1);
    expect(await links.use(second.token)).toBe('used');
    expect(await links.use(second.token)).toBe('invalid');
  });

  it('is one, even if several replicas make one at the same time', async () => {
    const knex = await databases.init('SQLITE_3');
    for (const { up } of Object.values(administratorMigrations)) await up(knex);
    const links = new AdministratorLinks({ knex, now: () => new Date() });
    const both = await Promise.all([links.make(), links.make()]);
    const rows = await knex('administrator_links');
    expect(rows).toHaveLength(1);
    // What two transactions cannot see of each other, the table refuses.
    await expect(
      knex('administrator_links').insert({ ...rows[0], token_hash: 'another' }),
    ).rejects.toThrow(/unique/i);
    const used = [];
    for (const { token } of both) used.push(await links.use(token));
    expect(used.sort()).toEqual(['invalid', 'used']);
  });
});

it('allows as many attempts to each person, and again once the window has passed', () => {
  let at = 0;
  const attempts = createAttempts({
    most: 2,
    windowMs: 10,
    now: () => new Date(at),
  });
  const begun = [0, 5, 9, 10, 12].map(time => {
    at = time;
    return attempts.begin(JANE);
  });
  expect(begun).toEqual([true, true, false, true, false]);
  expect(attempts.begin(OLIVIA)).toBe(true);
  // A thousand people are remembered, whoever tried last the longest.
  for (let other = 0; other < 998; other++) attempts.begin(`user:${other}`);
  expect(attempts.begin(JANE)).toBe(false);
  for (let other = 0; other < 1000; other++) attempts.begin(`user:${other}`);
  expect(attempts.begin(JANE)).toBe(true);
});
