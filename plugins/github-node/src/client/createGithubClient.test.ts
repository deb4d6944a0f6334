import http from 'node:http';
import type { AddressInfo } from 'node:net';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newInstallation } from '@callboard/github-sandbox/src/core/records/newInstallation';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newOrganisation } from '@callboard/github-sandbox/src/core/records/newOrganisation';
import { fingerprintOf } from '../credentials/fingerprintOf';
import { runInScope } from '../scope/runInScope';
import { openClients } from './__testUtils__/openClients';

let scene: Awaited<ReturnType<typeof openClients>>;
beforeEach(async () => {
  scene = await openClients();
});
afterEach(() => scene.stop());

const shop = { owner: 'acme', repo: 'shop' };

describe('credentials', () => {
  it("are those of each request's own URL, and the trace says why", async () => {
    const client = await scene.client('acme/shop');
    await runInScope({ pluginId: 'other', person: 'user:default/mel' }, () =>
      client.rest.repos.get(shop),
    );
    await client.rest.users.getByUsername({ username: 'oscar' });

    expect(scene.entries()).toEqual([
      expect.objectContaining({
        plugin: 'catalog',
        person: 'user:default/mel',
        via: 'client',
        path: '/api/v3/repos/acme/shop',
        owner: 'acme',
        repository: 'shop',
        credentialId: `app:${scene.host}:${scene.sandbox.app.id}`,
        credentialKind: 'app',
        passedOver: [],
        status: 200,
        cost: 1,
        remaining: 4999,
        attempt: 1,
      }),
      expect.objectContaining({
        path: '/api/v3/users/oscar',
        credentialKind: 'token',
        passedOver: [
          expect.objectContaining({ kind: 'app', code: 'not-installed' }),
        ],
      }),
    ]);
    expect(scene.minted()).toBe(1);
    expect(scene.trace.limits()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          credentialId: `app:${scene.host}:${scene.sandbox.app.id}`,
          owner: 'acme',
          resource: 'core',
          limit: 5000,
          remaining: 4999,
        }),
      ]),
    );
  });

  it('can be named', async () => {
    const app = `app:${scene.host}:${scene.sandbox.app.id}`;
    const [host] = scene.credentials.hosts();
    const token = host.credentials.find(({ kind }) => kind === 'token')!.id;
    const who = async (as: Parameters<typeof scene.client>[1]) => {
      const client = await scene.client('acme', as);
      await client.request('GET /rate_limit');
      const log = scene.sandbox.sandbox.requests.all();
      return log.at(-1)!.credential;
    };
    expect(await who({ as: { app } })).toMatchObject({ kind: 'app' });
    expect(
      await who({
        as: { app, installationId: scene.sandbox.installation.id },
      }),
    ).toMatchObject({ kind: 'installation' });
    expect(await who({ as: { token } })).toMatchObject({ login: 'oscar' });
    expect(
      await who({ as: { secret: scene.sandbox.tokens.mel } }),
    ).toMatchObject({ login: 'mel' });
    expect(await who({ as: { anonymous: true } })).toEqual({ kind: 'none' });
    await expect(who({ as: { token: 'token:none' } })).rejects.toThrow(
      `No token token:none is configured for ${scene.host}`,
    );
  });

  it('are renewed once when an installation token is refused', async () => {
    const client = await scene.client('acme/shop');
    await client.rest.repos.get(shop);
    await scene.sandbox.call('DELETE /installation/token', {
      token: (
        await scene.credentials.serve({ url: scene.urlOf('acme') })
      ).token,
    });
    expect((await client.rest.repos.get(shop)).status).toBe(200);
    const statuses = scene
      .entries()
      .filter(({ via }) => via === 'client')
      .map(({ status }) => status);
    expect(statuses).toEqual([200, 401, 304]);
    expect(scene.minted()).toBe(2);
  });

  it('are renewed once for many whose token was refused', async () => {
    const client = await scene.client('acme/shop');
    await client.rest.repos.get(shop);
    await scene.sandbox.call('DELETE /installation/token', {
      token: (
        await scene.credentials.serve({ url: scene.urlOf('acme') })
      ).token,
    });
    // Those of the second half hear of it only after the token was renewed.
    const release = new Map<string, () => void>();
    const { fetch } = globalThis;
    const late = jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async (input, init) => {
        const answer = await fetch(input, init);
        const number = Number(/issues\/(\d+)/.exec(String(input))?.[1] ?? 0);
        if (number > 15 && answer.status === 401) {
          await new Promise<void>(resolve => {
            release.set(String(input), resolve);
          });
        }
        return answer;
      });
    const ask = (from: number) =>
      Array.from({ length: 15 }, (_, index) =>
        client.rest.issues
          .get({ ...shop, issue_number: from + index })
          .catch(error => error.status),
      );
    const slow = ask(16);
    while (release.size < 15) {
      await new Promise(resolve => setImmediate(resolve));
    }
    const quick = await Promise.all(ask(1));
    for (const [, go] of release) {
      go();
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect([...quick, ...(await Promise.all(slow))]).toEqual(
      Array(30).fill(404),
    );
    late.mockRestore();
    expect(scene.minted()).toBe(2);
  });

  it('that are minted do not count as changes', async () => {
    const serve = () =>
      runInScope({ priority: 'person' }, () =>
        scene.credentials.serve({ url: scene.urlOf('acme/shop') }),
      );
    for (let count = 0; count < 85; count += 1) {
      // The budget's clock stands still; the sandbox's own limit is not what this is about.
      scene.sandbox.sandbox.clock.advance({ ms: 1_000 });
      expect((await serve()).kind).toBe('app');
      scene.credentials.forget();
    }
    expect(scene.minted()).toBe(85);
  });

  it('of people are not booked as configured ones', async () => {
    const { mel, oscar } = scene.sandbox.tokens;
    for (const secret of [mel, oscar, 'gho_of-a-person']) {
      const client = await scene.client('acme/shop', { as: { secret } });
      await client.rest.repos.get(shop).catch(error => error);
    }
    const configured = `token:${scene.host}:${fingerprintOf(oscar)}`;
    expect(
      scene
        .entries()
        .map(({ credentialKind, credentialId }) => [
          credentialKind,
          credentialId,
        ]),
    ).toEqual([
      ['unknown', undefined],
      ['token', configured],
      ['user', undefined],
    ]);
    expect(
      scene.trace.limits().map(({ credentialId }) => credentialId),
    ).toEqual([configured]);
  });

  it('do not go to other hosts', async () => {
    const seen: http.IncomingHttpHeaders[] = [];
    const other = http.createServer((request, response) => {
      seen.push(request.headers);
      response.end('{}');
    });
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const client = await scene.client('acme/shop');
    await client.request(`GET http://127.0.0.1:${port}/repos/acme/shop`);
    await new Promise(resolve => {
      other.close(resolve);
      other.closeAllConnections();
    });
    expect(seen).toHaveLength(1);
    expect(seen[0]).not.toHaveProperty('authorization');
  });

  it('are asked for hosts that are configured', async () => {
    await expect(
      scene.client('..//elsewhere.example/acme'.slice(2)),
    ).resolves.toBeDefined();
    await expect(
      scene.client('', { url: 'https://elsewhere.example/acme' }),
    ).rejects.toThrow(
      'No GitHub is configured for https://elsewhere.example/acme',
    );
  });
});

describe('conditional requests', () => {
  it('are made by themselves, cost nothing, and give each caller an answer of its own', async () => {
    const client = await scene.client('acme/shop');
    const first = await client.rest.repos.get(shop);
    const { name } = first.data;
    first.data.name = 'changed';
    const second = await client.rest.repos.get(shop);
    expect(second).toMatchObject({ status: 200, data: { name } });
    expect(second.data).toEqual({ ...first.data, name });
    expect(scene.entries()).toEqual([
      expect.objectContaining({ status: 200, cost: 1, cached: false }),
      expect.objectContaining({
        status: 304,
        cost: 0,
        cached: true,
        remaining: 4999,
      }),
    ]);
  });

  it('page on', async () => {
    const { call } = scene.sandbox;
    for (const title of ['One', 'Two', 'Three']) {
      await call('POST /repos/acme/shop/issues', {
        as: 'mel',
        body: { title },
      });
    }
    const client = await scene.client('acme/shop');
    const list = () =>
      client.paginate(client.rest.issues.listForRepo, {
        ...shop,
        per_page: 1,
      });
    const first = await list();
    expect(first.map(({ title }) => title)).toEqual(['Three', 'Two', 'One']);
    expect(await list()).toEqual(first);
    const statuses = scene
      .entries()
      .filter(({ via }) => via === 'client')
      .map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200, 304, 304, 304]);
  });

  it('are not shared between installations of an App', async () => {
    const { sandbox, app: portal, installation } = scene.sandbox;
    const globex = newOrganisation({ sandbox, login: 'globex' });
    const other = newInstallation({ sandbox, app: portal, account: globex });
    const app = `app:${scene.host}:${portal.id}`;
    const sent = jest.spyOn(globalThis, 'fetch');
    const list = async (installationId: number) => {
      const client = await scene.client('acme', {
        as: { app, installationId },
      });
      const { data } = await client.request('GET /installation/repositories');
      const headers = new Headers(sent.mock.calls.at(-1)![1]?.headers);
      return [data.total_count, headers.has('if-none-match')];
    };
    const [count] = await list(installation.id);
    expect(await list(other.id)).toEqual([0, false]);
    expect(await list(installation.id)).toEqual([count, true]);
    expect(count).toBeGreaterThan(0);
    sent.mockRestore();
  });

  it('are not shared between accounts', async () => {
    const client = await scene.client('acme/shop');
    await client.rest.repos.get(shop);
    const sent = jest.spyOn(globalThis, 'fetch');
    for (const secret of Object.values(scene.sandbox.tokens).slice(0, 2)) {
      const person = await scene.client('acme/shop', { as: { secret } });
      await person.rest.repos.get(shop);
    }
    const anonymous = await scene.client('acme/shop', {
      as: { anonymous: true },
    });
    const { data } = await anonymous.rest.repos.get(shop);
    expect(data).not.toHaveProperty('permissions');
    expect(sent).toHaveBeenCalled();
    const conditional = sent.mock.calls.filter(([, init]) =>
      new Headers(init?.headers).has('if-none-match'),
    );
    expect(conditional).toEqual([]);
    sent.mockRestore();
    expect(scene.entries().map(({ status }) => status)).toEqual([
      200, 200, 200, 200,
    ]);
  });
});
