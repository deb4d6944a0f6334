import { GithubClient } from './GithubClient';

function create(answer: () => Response) {
  const requests: string[][] = [];
  const client = new GithubClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: {
      fetch: async (url, init) => {
        requests.push([
          init?.method ?? 'GET',
          String(url).replace('http://portal/api', ''),
          ...(init?.body ? [String(init.body)] : []),
        ]);
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

describe('GithubClient', () => {
  it('asks under the routes of the backend', async () => {
    const { client, requests } = create(() => json({}));
    await client.organisations();
    await client.imports();
    await client.importRun({ id: 'a/b' });
    await client.plan({ organisation: 'acme' });
    await client.apply({ id: '1', mode: 'register', repositories: ['a/b'] });
    await client.pause({ id: '1' });
    expect(requests).toEqual([
      ['GET', '/github/status'],
      ['GET', '/github/imports'],
      ['GET', '/github/imports/a%2Fb'],
      ['POST', '/github/imports', '{"organisation":"acme"}'],
      [
        ...['POST', '/github/imports/1/apply'],
        '{"mode":"register","repositories":["a/b"]}',
      ],
      ['POST', '/github/imports/1/pause'],
    ]);
  });

  it('throws what the backend said', async () => {
    const { client } = create(() =>
      json(
        {
          error: { name: 'ConflictError', message: 'One is under way.' },
          response: { statusCode: 409 },
        },
        409,
      ),
    );
    await expect(client.plan({ organisation: 'acme' })).rejects.toMatchObject({
      statusCode: 409,
      cause: { message: 'One is under way.' },
    });
  });
});
