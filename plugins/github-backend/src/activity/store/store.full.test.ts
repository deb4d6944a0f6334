import {
  DATABASES,
  type Databases,
} from '../../people/__testUtils__/startDatabases';
import { activityMigration } from './activityMigration';
import { createAnswerStore } from './createAnswerStore';
import { createLogStore } from './createLogStore';

jest.setTimeout(120_000);

describe.each(DATABASES)('on %s', (_, start) => {
  let databases: Databases;
  beforeAll(async () => {
    databases = await start();
  });
  afterAll(() => databases?.stop());

  it('keeps answers, marks and logs, changes and forgets them', async () => {
    const knex = await databases.create();
    await activityMigration.up(knex);
    let at = 1_000_000;
    const now = () => new Date(at);
    const store = createAnswerStore({ knex, now });
    const key = { host: 'github.com', repository: 'acme/shop', what: 'runs' };
    const answer = {
      ...{ credential: 'c', state: 'answered' as const, etag: 'W/"1"' },
      ...{ body: '{"value":1}', beganAt: at, askedAt: at },
      freshUntil: at + 60_000,
    };
    await store.write({ ...key, answer });
    await store.write({ ...key, answer });
    expect(await store.read({ ...key, topics: ['runs'] })).toEqual({ answer });

    const change = (value: number, later: number) =>
      store.change({
        ...{ ...key, topic: 'runs', at: at + later },
        change: () => ({ body: `{"value":${value}}`, freshForMs: 99_000 }),
      });
    expect(await change(2, 10)).toBe('changed');
    const changed = await store.read({ ...key, topics: ['runs'] });
    expect(changed.answer).toMatchObject({ body: '{"value":2}' });
    expect(changed.answer).not.toHaveProperty('etag');
    // Still fresh, and for longer.
    expect(changed.answer!.beganAt).toBeGreaterThan(changed.markedAt!);
    expect(changed.answer!.freshUntil).toBe(at + 10 + 99_000);

    // What is outdated stays so, whatever comes later.
    await store.mark({ ...key, topics: ['runs', 'pulls'], at: at + 20 });
    expect(await change(3, 30)).toBe('changed');
    const outdated = await store.read({ ...key, topics: ['runs'] });
    expect(outdated.answer!.beganAt).toBeLessThan(outdated.markedAt!);

    const logs = createLogStore({ knex, now });
    const log = { ...key, jobId: 7 };
    await logs.write({ ...log, log: 'all is well ✓' });
    expect(await logs.read(log)).toBe('all is well ✓');
    // Another repository's.
    expect(
      await logs.read({ ...log, repository: 'acme/other' }),
    ).toBeUndefined();

    const other = { ...key, repository: 'acmeother/shop' };
    await store.write({ ...other, answer: { ...answer, state: 'refused' } });
    await store.forgetRefusals({ host: key.host, owner: 'acme' });
    await store.forget({ host: key.host, repository: 'acme/*' });
    expect((await store.read({ ...key, topics: [] })).answer).toBeUndefined();
    expect(await logs.read(log)).toBeUndefined();
    expect((await store.read({ ...other, topics: [] })).answer).toBeDefined();

    await store.write({ ...key, answer });
    at += 1;
    await store.write({ ...key, what: 'newer', answer });
    await store.forgetOld({ mostBytes: answer.body.length });
    expect(await knex('github_answers').select('what')).toEqual([
      { what: 'newer' },
    ]);
    at += 31 * 86_400_000;
    await store.forgetOld({ mostBytes: 1_000_000 });
    expect(await knex('github_answers').select('what')).toEqual([]);
    expect(await knex('github_marks').select('topic')).toEqual([]);
  });
});
