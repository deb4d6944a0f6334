import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { isBudgetRefusal } from '../outgoing/budgetRefusal';
import { openClients } from './__testUtils__/openClients';

let scene: Awaited<ReturnType<typeof openClients>>;
beforeEach(async () => {
  scene = await openClients();
});
afterEach(() => scene.stop());

const shop = { owner: 'acme', repo: 'shop' };

describe('tries', () => {
  const { rest } = { rest: ['/api/v3/repos/'] };

  it('are repeated with jitter where that does no harm', async () => {
    const client = await scene.client('acme/shop');
    scene.sandbox.sandbox.faults.set({ badGatewayEvery: 1, paths: rest });
    await expect(client.rest.repos.get(shop)).rejects.toMatchObject({
      name: 'HttpError',
      status: 502,
    });
    expect(scene.slept).toEqual([250, 500, 1000]);
    expect(scene.entries().map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);

    scene.slept.length = 0;
    await expect(
      client.rest.issues.create({ ...shop, title: 'One' }),
    ).rejects.toMatchObject({ status: 502 });
    expect(scene.slept).toEqual([]);
  });

  it('are as many as are asked for', async () => {
    const client = await scene.client('acme/shop', { retries: 0 });
    scene.sandbox.sandbox.faults.set({ badGatewayEvery: 1, paths: rest });
    await expect(client.rest.repos.get(shop)).rejects.toMatchObject({
      status: 502,
    });
    expect(scene.entries()).toHaveLength(1);
  });

  it('are repeated for changes that cannot have arrived', async () => {
    const client = await scene.client('acme/shop', {
      as: { secret: scene.sandbox.tokens.mel },
      priority: 'person',
    });
    const { stop } = scene.sandbox;
    await stop();
    scene.sandbox.stop = async () => undefined;
    await expect(
      client.rest.issues.create({ ...shop, title: 'One' }),
    ).rejects.toMatchObject({
      name: 'HttpError',
      status: 500,
    });
    const refused = { error: expect.stringContaining('ECONNREFUSED') };
    expect(scene.entries()).toEqual(
      [1, 2, 3, 4].map(attempt =>
        expect.objectContaining({ ...refused, attempt }),
      ),
    );
  });

  it('wait for as long as GitHub asks after a secondary limit', async () => {
    const { clock, faults } = scene.sandbox.sandbox;
    const client = await scene.client('acme/shop', { patienceMs: 60_000 });
    faults.set({
      secondaryLimitedUntil: new Date(
        clock.now().getTime() + 30_000,
      ).toISOString(),
      paths: rest,
    });
    const limited = new Promise<void>(resolve => {
      scene.trace.onFinish(({ status }) => status === 403 && resolve());
    });
    const answer = client.rest.issues.create({ ...shop, title: 'One' });
    await limited;
    faults.clear();
    await new Promise(resolve => setImmediate(resolve));
    await scene.time.advance(30_000);
    expect((await answer).status).toBe(201);
    expect(scene.entries().map(({ status }) => status)).toEqual([403, 201]);
    expect(scene.slept).toEqual([]);
  });

  it('end with what GitHub said where that is longer than the patience', async () => {
    const { clock, faults } = scene.sandbox.sandbox;
    const client = await scene.client('acme/shop', { priority: 'person' });
    faults.set({
      secondaryLimitedUntil: new Date(
        clock.now().getTime() + 90_000,
      ).toISOString(),
      paths: rest,
    });
    await expect(client.rest.repos.get(shop)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('secondary rate limit'),
    });
    // The budget knows, so that the next one is not sent.
    const before = scene.lines().length;
    const refused = await client.rest.repos.get(shop).catch(error => error);
    expect(refused).toMatchObject({
      name: 'HttpError',
      status: 429,
      message: expect.stringMatching(
        /^Did not send GET .*\/repos\/acme\/shop.*: GitHub asked for a pause of \d+ seconds/,
      ),
    });
    const [{ pausedUntil }] = scene.budget
      .state()
      .filter(state => state.pausedUntil);
    expect(isBudgetRefusal(refused)).toEqual({
      message: refused.message,
      until: pausedUntil,
      reason: expect.stringMatching(
        /^GitHub asked for a pause of \d+ seconds$/,
      ),
    });
    expect(scene.lines()).toHaveLength(before);
  });

  it('have a time-out each', async () => {
    const client = await scene.client('acme/shop', {
      timeoutMs: 40,
      retries: 1,
    });
    scene.sandbox.sandbox.faults.set({ timeoutEvery: 1, paths: rest });
    await expect(client.rest.repos.get(shop)).rejects.toMatchObject({
      name: 'HttpError',
      status: 500,
      message: expect.stringContaining('was not answered within 40 ms'),
    });
    expect(scene.entries()).toHaveLength(2);
  });

  it('have a time-out on hosts that nobody watches as well', async () => {
    const other = http.createServer(() => undefined);
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const client = await scene.client('acme/shop', {
      timeoutMs: 40,
      retries: 0,
    });
    await expect(
      client.request(`GET http://127.0.0.1:${port}/archive`),
    ).rejects.toThrow('was not answered within 40 ms');
    other.closeAllConnections();
    await new Promise(resolve => other.close(resolve));
  });

  it('are cancelled', async () => {
    const cancelled = new AbortController();
    const client = await scene.client('acme/shop', {
      signal: cancelled.signal,
    });
    scene.sandbox.sandbox.faults.set({ timeoutEvery: 1, paths: rest });
    const left = new Promise<void>(resolve => {
      const { next } = scene.sandbox.sandbox.faults;
      jest
        .spyOn(scene.sandbox.sandbox.faults, 'next')
        .mockImplementation(request => {
          if (request.path.includes('/repos/')) resolve();
          return next(request);
        });
    });
    const answer = client.rest.repos.get(shop).catch(error => error);
    await left;
    cancelled.abort(new Error('never mind'));
    expect(await answer).toEqual(new Error('never mind'));
    expect(scene.entries()).toHaveLength(1);
  });
});

describe('GraphQL', () => {
  const query = (more = '') =>
    `query { repository(owner: "acme", name: "shop") { name } ${more} }`;

  it('is asked for the client, and costs what GitHub says', async () => {
    const client = await scene.client('acme/shop');
    await client.graphql(query());
    await client.graphql(query('rateLimit { cost remaining }'));
    expect(scene.entries()).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: '/api/graphql',
        owner: 'acme',
        credentialKind: 'app',
        resource: 'graphql',
        cost: 1,
      }),
      expect.objectContaining({ resource: 'graphql', cost: 1 }),
    ]);
    expect(scene.trace.limits()).toContainEqual(
      expect.objectContaining({ resource: 'graphql', owner: 'acme' }),
    );
  });

  it('is repeated when it reads, and not when it changes', async () => {
    const client = await scene.client('acme/shop');
    scene.sandbox.sandbox.faults.set({
      badGatewayEvery: 1,
      paths: ['/api/graphql'],
    });
    await expect(client.graphql(query())).rejects.toMatchObject({
      status: 502,
    });
    expect(scene.entries()).toHaveLength(4);
    await expect(
      client.graphql(
        'mutation { addStar(input: {starrableId: "1"}) { clientMutationId } }',
      ),
    ).rejects.toMatchObject({ status: 502 });
    expect(scene.entries()).toHaveLength(5);
  });

  it('waits when it says with status 200 that a limit is used up', async () => {
    const { clock, faults } = scene.sandbox.sandbox;
    faults.set({
      rateLimitedUntil: new Date(clock.now().getTime() + 1e6).toISOString(),
      paths: ['/api/graphql'],
    });
    const client = await scene.client('acme/shop', { priority: 'person' });
    await expect(client.graphql(query())).rejects.toMatchObject({
      status: 403,
      message: 'API rate limit exceeded',
    });
    expect(scene.budget.state()).toContainEqual(
      expect.objectContaining({
        pauseReason: expect.stringContaining('secondary limit'),
      }),
    );
  });
});
