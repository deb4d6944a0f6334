import { createFakeTime } from '../budget/__testUtils__/createFakeTime';
import { traceEntry } from './__testUtils__/traceEntry';
import { createRequestTrace } from './createRequestTrace';

const open = (options: { limit?: number } = {}) => {
  const time = createFakeTime();
  return { time, trace: createRequestTrace({ ...time, ...options }) };
};

describe('entries', () => {
  it('are listed newest first, and complete once they are finished', async () => {
    const { time, trace } = open();
    const first = trace.begin(traceEntry());
    await time.advance(1_000);
    trace.begin(traceEntry({ plugin: 'techdocs' })).finish({ status: 200 });
    first.amend({ person: 'user:default/mel' });
    first.finish({ status: 404, cost: 1 });
    first.finish({ status: 500 });
    expect(trace.list()).toEqual([
      expect.objectContaining({
        id: 2,
        at: '2026-03-01T10:00:01.000Z',
        plugin: 'techdocs',
        status: 200,
      }),
      expect.objectContaining({
        id: 1,
        at: '2026-03-01T10:00:00.000Z',
        person: 'user:default/mel',
        status: 404,
        cost: 1,
      }),
    ]);
  });

  it('are filtered', () => {
    const { trace } = open();
    trace.begin(traceEntry());
    trace.begin(traceEntry({ host: 'ghe.acme.example' }));
    trace.begin(traceEntry({ plugin: 'techdocs' }));
    trace.begin(traceEntry({ owner: 'Other' }));
    trace.begin(traceEntry({ credentialId: 'token:1' }));
    const ids = (filter: Parameters<typeof trace.list>[0]) =>
      trace.list(filter).map(({ id }) => id);
    expect(ids({ host: 'ghe.acme.example' })).toEqual([2]);
    expect(ids({ plugin: 'techdocs' })).toEqual([3]);
    expect(ids({ owner: 'other' })).toEqual([4]);
    expect(ids({ credentialId: 'token:1' })).toEqual([5]);
    expect(ids({ afterId: 3 })).toEqual([5, 4]);
    expect(ids({ limit: 2 })).toEqual([5, 4]);
    expect(ids({ limit: 2, owner: 'acme' })).toEqual([5, 3]);
  });

  it('are bounded in number, and the oldest go', () => {
    const { trace } = open({ limit: 3 });
    for (let number = 0; number < 10; number += 1) trace.begin(traceEntry());
    expect(trace.list().map(({ id }) => id)).toEqual([10, 9, 8]);
    const { trace: usual } = open();
    for (let number = 0; number < 6_000; number += 1) usual.begin(traceEntry());
    expect(usual.list({ limit: 9_999 })).toHaveLength(1_000);
    expect(usual.list({ afterId: 5_999 }).map(({ id }) => id)).toEqual([6_000]);
  });

  it('hold no secret, and nothing long', () => {
    const { trace } = open();
    const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOjF9.c2lnbmF0dXJl';
    trace
      .begin(
        traceEntry({
          path: '/app-manifests/0123456789abcdef/conversions?access_token=abc',
          owner: 'ghp_0123456789',
          plugin: 'x'.repeat(1_000),
        }),
      )
      .finish({
        error: `Bad ghs_abc123 ${jwt} http://a:hunter2@b/ ?code=hush&x=1 ${'y'.repeat(
          5_000,
        )}`,
      });
    trace.begin(traceEntry({ path: `/applications/Iv1.a/token/gho_secret` }));
    const text = JSON.stringify(trace.list());
    for (const secret of [
      '0123456789',
      'abc123',
      jwt,
      'hunter2',
      'hush',
      'gho_secret',
      'access_token',
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(text.length).toBeLessThan(2_500);
    expect(text).toContain('/app-manifests/***/conversions');
  });

  it('are copies', () => {
    const { trace } = open();
    trace.begin(traceEntry());
    trace.list()[0].plugin = 'changed';
    expect(trace.list()[0].plugin).toBe('catalog');
  });

  it('are told to listeners when they are finished', () => {
    const { trace } = open();
    const seen: number[] = [];
    const stop = trace.onFinish(({ id }) => seen.push(id));
    const first = trace.begin(traceEntry());
    trace.begin(traceEntry()).finish({});
    first.finish({});
    stop();
    trace.begin(traceEntry()).finish({});
    expect(seen).toEqual([2, 1]);
  });
});

describe('spenders', () => {
  it('are counted by the minute for an hour, those who spent most first', async () => {
    const { time, trace } = open();
    const spend = (plugin: string, cost: number) =>
      trace.begin(traceEntry({ plugin })).finish({ cost });
    spend('catalog', 1);
    await time.advance(30 * 60_000);
    spend('catalog', 1);
    spend('techdocs', 5);
    const of = (filter?: Parameters<typeof trace.spenders>[0]) =>
      trace
        .spenders(filter)
        .map(({ plugin, requests, cost }) => [plugin, requests, cost]);
    expect(of()).toEqual([
      ['techdocs', 1, 5],
      ['catalog', 2, 2],
    ]);
    expect(of({ withinMs: 10 * 60_000 })).toEqual([
      ['techdocs', 1, 5],
      ['catalog', 1, 1],
    ]);
    expect(of({ host: 'ghe.acme.example' })).toEqual([]);
    await time.advance(45 * 60_000);
    expect(of()).toEqual([
      ['techdocs', 1, 5],
      ['catalog', 1, 1],
    ]);
    await time.advance(60 * 60_000);
    expect(of()).toEqual([]);
  });

  it('count what an answer costs once its body was read', () => {
    const { trace } = open();
    const query = trace.begin(traceEntry({ resource: 'graphql' }));
    query.finish({ cost: 1 });
    query.amend({ cost: 7 });
    expect(trace.spenders()).toEqual([
      expect.objectContaining({ resource: 'graphql', requests: 1, cost: 7 }),
    ]);
  });

  it('are bounded in number', () => {
    const { trace } = open();
    for (let number = 0; number < 2_000; number += 1) {
      trace.begin(traceEntry({ plugin: `p${number}` })).finish({ cost: 1 });
    }
    const spenders = trace.spenders();
    expect(spenders).toHaveLength(501);
    expect(spenders[0]).toMatchObject({ plugin: 'others', cost: 1_500 });
  });
});

describe('limits', () => {
  const told = (remaining: number, resetAt = '2026-03-01T11:00:00.000Z') => ({
    status: 200,
    limit: 5000,
    remaining,
    resetAt,
  });

  it('are the last that were told, of each installation and resource', () => {
    const { trace } = open();
    trace.begin(traceEntry(), { limitOwner: 'acme' }).finish(told(10));
    trace.begin(traceEntry(), { limitOwner: 'other' }).finish(told(20));
    trace
      .begin(traceEntry({ resource: 'search' }), { limitOwner: 'acme' })
      .finish(told(30));
    trace.begin(traceEntry(), { limitOwner: 'acme' }).finish(told(9));
    trace.begin(traceEntry(), { limitOwner: 'acme' }).finish({ status: 502 });
    expect(
      trace
        .limits()
        .map(({ owner, resource, remaining }) => [owner, resource, remaining]),
    ).toEqual([
      ['other', 'core', 20],
      ['acme', 'search', 30],
      ['acme', 'core', 9],
    ]);
    expect(trace.limits({ host: 'ghe.acme.example' })).toEqual([]);
  });

  it('do not go up within a window, since answers overtake each other', () => {
    const { trace } = open();
    trace.begin(traceEntry()).finish(told(9));
    trace.begin(traceEntry()).finish(told(10));
    expect(trace.limits()[0].remaining).toBe(9);
    trace.begin(traceEntry()).finish(told(4999, '2026-03-01T12:00:00.000Z'));
    expect(trace.limits()[0].remaining).toBe(4999);
  });

  it('of credentials that are not ours are not kept', () => {
    const { trace } = open();
    trace
      .begin(traceEntry({ credentialId: undefined, credentialKind: 'user' }))
      .finish(told(9));
    expect(trace.limits()).toEqual([]);
  });
});
