import { ConnectionsClient } from './ConnectionsClient';

function create(answer: () => Response) {
  const requests: { url: string; init?: RequestInit }[] = [];
  const client = new ConnectionsClient({
    discoveryApi: {
      getBaseUrl: async id => `http://portal/api/${id}`,
    },
    fetchApi: {
      fetch: async (url, init) => {
        requests.push({ url: String(url), init });
        return answer();
      },
    },
  });
  return { client, requests };
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });

describe('ConnectionsClient', () => {
  it('asks under the routes of the backend', async () => {
    const { client, requests } = create(() => json({ items: [] }));
    await client.overview();
    await client.overview({ fresh: true });
    await client.serve({ url: 'https://github.com/a/b?x=1&y=2' });
    await client.trace({ host: 'github.com', plugin: undefined, limit: 5 });
    expect(requests.map(({ url }) => url)).toEqual([
      'http://portal/api/connections/',
      'http://portal/api/connections/?fresh=true',
      'http://portal/api/connections/serve?url=https%3A%2F%2Fgithub.com%2Fa%2Fb%3Fx%3D1%26y%3D2',
      'http://portal/api/connections/trace?host=github.com&limit=5',
    ]);
    expect(requests.every(({ init }) => init?.method === undefined)).toBe(true);
  });

  it('sends the second token in the body, and to the host that was meant', async () => {
    const { client, requests } = create(() => json({}));
    await client.rotate({
      host: 'ghe.acme.example:8443',
      token: 'second',
      replaces: '3f9a12cd',
    });
    expect(requests[0].url).toBe(
      'http://portal/api/connections/ghe.acme.example%3A8443/rotate',
    );
    expect(requests[0].init).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"token":"second","replaces":"3f9a12cd"}',
    });
  });

  it('throws what the backend said', async () => {
    const { client } = create(() =>
      json(
        {
          error: { name: 'ConflictError', message: 'The token lacks repo.' },
          response: { statusCode: 409 },
        },
        409,
      ),
    );
    await expect(client.runChecks()).rejects.toMatchObject({
      statusCode: 409,
      cause: { message: 'The token lacks repo.' },
    });
  });

  it('takes an answer without a body', async () => {
    const { client } = create(() => new Response(null, { status: 204 }));
    await expect(client.runChecks({ checks: ['a'] })).resolves.toBeUndefined();
  });
});
