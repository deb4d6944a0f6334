import { VaultApiClient } from './VaultApiClient';

const answer = (status: number, body: unknown) =>
  ({
    ok: status < 400,
    status,
    statusText: 'x',
    headers: new Headers({ 'content-type': 'application/json' }),
    json: async () => body,
    text: async () => JSON.stringify(body),
  } as Response);

describe('VaultApiClient', () => {
  const fetch = jest.fn();
  const client = new VaultApiClient({
    discoveryApi: { getBaseUrl: async () => 'http://portal/api/vault' },
    fetchApi: { fetch },
  });
  beforeEach(() => fetch.mockReset());

  it('lists the secrets of a path in an engine', async () => {
    const secrets = [{ name: 'token', path: 'team/app' }];
    fetch.mockResolvedValue(answer(200, { items: secrets, vaultUrl: 'v' }));
    await expect(
      client.listSecrets('team/app', { secretEngine: 'kv' }),
    ).resolves.toEqual({ secrets, vaultUrl: 'v' });
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/vault/v1/secrets/team%2Fapp?engine=kv',
    );
  });

  it('offers to create a secret where there is none', async () => {
    fetch.mockResolvedValueOnce(answer(404, {}));
    await expect(client.listSecrets('team/app')).rejects.toThrow();
    fetch.mockResolvedValueOnce(answer(200, { createUrl: 'c' }));
    await expect(client.getCreateUrl('team/app')).resolves.toBe('c');
    expect(fetch).toHaveBeenLastCalledWith(
      'http://portal/api/vault/v1/secrets/team%2Fapp/create-url',
    );
  });

  it('offers nothing where Vault does not answer, but says so', async () => {
    fetch.mockResolvedValueOnce(answer(500, {}));
    await expect(client.listSecrets('team/app')).rejects.toThrow();
    await expect(client.getCreateUrl('team/app')).rejects.toThrow(/500/);

    fetch.mockResolvedValueOnce(answer(200, { items: [] }));
    await client.listSecrets('team/app');
    fetch.mockResolvedValueOnce(answer(200, { createUrl: 'c' }));
    await expect(client.getCreateUrl('team/app')).resolves.toBe('c');
  });
});
