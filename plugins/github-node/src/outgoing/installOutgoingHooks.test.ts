import { AsyncLocalStorage } from 'node:async_hooks';
import net from 'node:net';
import { runInScope } from '../scope/runInScope';
import { openTraffic } from './__testUtils__/openTraffic';
import { senders } from './__testUtils__/senders';

let traffic: Awaited<ReturnType<typeof openTraffic>>;
beforeEach(async () => {
  traffic = await openTraffic();
});
afterEach(() => traffic.stop());

const asMel = () => ({ authorization: traffic.authorization });

describe.each(Object.entries(senders))('%s', (_name, send) => {
  it('shows each request once, with plugin, person and credential', async () => {
    const answer = await runInScope(
      {
        pluginId: 'catalog',
        person: Promise.resolve('user:default/mel'),
        priority: 'person',
      },
      () =>
        send({ url: `${traffic.api}/repos/acme/shop?x=1`, headers: asMel() }),
    );

    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text).full_name).toBe('acme/shop');
    expect(traffic.seen()).toEqual(['GET /api/v3/repos/acme/shop 200']);
    expect(traffic.trace.list()).toEqual([
      expect.objectContaining({
        plugin: 'catalog',
        person: 'user:default/mel',
        host: traffic.host,
        method: 'GET',
        path: '/api/v3/repos/acme/shop',
        owner: 'acme',
        repository: 'shop',
        via: 'stock',
        credentialId: 'token:mel',
        credentialKind: 'token',
        passedOver: [],
        status: 200,
        resource: 'core',
        cost: 1,
        limit: 5000,
        remaining: 4999,
        cached: false,
        attempt: 1,
      }),
    ]);
    expect(traffic.acquire).toHaveBeenCalledTimes(1);
  });

  it('sends a body as it is', async () => {
    const body = JSON.stringify({ body: 'x'.repeat(200_000) });
    const sendNow: typeof send = sent =>
      runInScope({ priority: 'person' }, () => send(sent));
    const made = await sendNow({
      url: `${traffic.api}/repos/acme/shop/issues`,
      method: 'POST',
      headers: { ...asMel(), 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'One' }),
    });
    expect(made.status).toBe(201);
    const changed = await sendNow({
      url: `${traffic.api}/repos/acme/shop/issues/1`,
      method: 'PATCH',
      headers: { ...asMel(), 'content-type': 'application/json' },
      body,
    }).catch(error => error);
    expect(changed).toMatchObject({ status: 422 });
    expect(traffic.traced()).toEqual(traffic.seen());
  });

  it('waits for the budget, in the context of whoever asks', async () => {
    const context = new AsyncLocalStorage<string>();
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    const { acquire } = traffic.budget;
    const asked = new Promise<void>(resolve => {
      traffic.budget.acquire = async request => {
        resolve();
        await held;
        return acquire(request);
      };
    });
    const { connect } = net.Socket.prototype;
    const connectedIn: unknown[] = [];
    const connecting = jest
      .spyOn(net.Socket.prototype, 'connect')
      .mockImplementation(function connectNoted(this: net.Socket, ...args) {
        connectedIn.push(context.getStore());
        return (connect as Function).apply(this, args);
      } as typeof connect);
    const answer = context.run('mine', async () => {
      const { status } = await send({ url: `${traffic.api}/zen` });
      return { status, store: context.getStore() };
    });
    await asked;
    expect(traffic.seen()).toEqual([]);
    release();
    expect(await answer).toEqual({ status: 200, store: 'mine' });
    connecting.mockRestore();
    // What guards connections, for instance those of the URL reader, goes by the context as well.
    expect(connectedIn).toEqual(['mine']);
    expect(traffic.seen()).toEqual(['GET /api/v3/zen 200']);
    expect(traffic.trace.list()).toHaveLength(1);
  });

  it('fails when the budget refuses, and sends nothing', async () => {
    traffic.budget.acquire = async () => ({
      outcome: 'refused',
      until: '2026-01-01T00:00:00.000Z',
      reason: 'the limit is used up',
    });
    const error = await send({ url: `${traffic.api}/zen` }).catch(e => e);
    expect(`${error.message} ${error.cause?.message}`).toContain(
      `Did not send GET /api/v3/zen to ${traffic.host}: the limit is used up. Try again after 2026-01-01T00:00:00.000Z`,
    );
    expect(traffic.seen()).toEqual([]);
    expect(traffic.trace.list()).toEqual([
      expect.objectContaining({
        error: expect.stringContaining('the limit is used up'),
        cost: 0,
      }),
    ]);
  });

  it('can be cancelled while it waits', async () => {
    const cancelled = new AbortController();
    const asked = new Promise<AbortSignal>(resolve => {
      traffic.budget.acquire = ({ signal }) => {
        resolve(signal!);
        return new Promise((_, reject) => {
          signal!.addEventListener('abort', () => reject(signal!.reason));
        });
      };
    });
    const answer = send({
      url: `${traffic.api}/zen`,
      signal: cancelled.signal,
    }).catch(error => error.name);
    const signal = await asked;
    cancelled.abort();
    expect(await answer).toBe('AbortError');
    expect(signal.aborted).toBe(true);
    expect(traffic.seen()).toEqual([]);
    expect(traffic.trace.list()[0].error).toBe(
      'cancelled while it waited for the budget',
    );
  });

  it('says why no answer came', async () => {
    const url = `${traffic.api}/zen`;
    await traffic.sandbox.stop();
    await expect(send({ url })).rejects.toThrow();
    expect(traffic.trace.list()).toEqual([
      expect.objectContaining({
        error: expect.stringContaining('ECONNREFUSED'),
        cost: 0,
      }),
    ]);
    expect(traffic.budget.state()).toEqual([
      expect.objectContaining({ inFlight: 0 }),
    ]);
    traffic.sandbox.stop = async () => undefined;
  });
});
