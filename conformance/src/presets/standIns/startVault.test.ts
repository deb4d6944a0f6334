import { Client } from '@litehex/node-vault';
import { startVault } from './startVault';
import type { StandIn } from './startStandIn';
import { testAuthority } from './testAuthority';

let vault: StandIn;

beforeAll(async () => (await testAuthority()).trust());
beforeEach(async () => {
  vault = await startVault({ token: 'hvs.test' });
});
afterEach(() => vault.close());

/** Vault takes GET with `list=true` for LIST, a method that Node's HTTP server does not know. */
const listWithGet: typeof fetch = (input, init) => {
  const url = new URL(String(input));
  if (init?.method !== 'LIST') {
    return fetch(url, init);
  }
  url.searchParams.set('list', 'true');
  return fetch(url, { ...init, method: 'GET' });
};

it('answers a client that checks every answer against its schema of Vault', async () => {
  const client = new Client({
    endpoint: vault.url,
    token: 'hvs.test',
    fetcher: listWithGet,
  });

  const health = await client.health();
  expect(health).toMatchObject({ data: { sealed: false } });
  const list = await client.kv2.list({
    mountPath: 'secrets',
    path: 'shop/web',
  });
  expect(list).toMatchObject({
    data: { data: { keys: ['database', 'session'] } },
  });
  expect(vault.unknown).toEqual([]);
});

it('refuses another token', async () => {
  const client = new Client({
    endpoint: vault.url,
    token: 'other',
    fetcher: listWithGet,
  });

  await expect(
    client.kv2.list({ mountPath: 'secrets', path: 'shop' }),
  ).resolves.toMatchObject({ error: expect.anything() });
});
