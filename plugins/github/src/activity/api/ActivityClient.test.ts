import { ActivityClient } from './ActivityClient';

const entityRef = 'component:default/shop';

function create(answer: () => Response) {
  const requests: string[][] = [];
  const client = new ActivityClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: {
      fetch: async (url, init) => {
        requests.push([
          init?.method ?? 'GET',
          String(url).replace('http://portal/api/github', ''),
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

describe('ActivityClient', () => {
  const E = '/entities/component/default/shop';

  it('asks under the routes of the backend', async () => {
    const { client, requests } = create(() => json({}));
    await client.repository({ entityRef: 'Component:shop' });
    await client.workflowsAt({ entityRef, ref: 'v1/x' });
    await client.runs({
      entityRef,
      query: { workflow: 7, branch: 'a b', page: 2, status: undefined },
    });
    await client.run({ entityRef, run: 3, attempt: 2 });
    await client.rerun({ entityRef, run: 3, jobs: 'failed' });
    await client.cancel({ entityRef, run: 3 });
    await client.dispatch({
      entityRef,
      workflow: 7,
      ref: 'main',
      inputs: { a: '1' },
    });
    await client.pulls({ entityRef, state: 'closed' });
    await client.groupSummary({
      entityRef: 'group:default/checkout',
      children: true,
    });
    await client.mine();
    expect(requests).toEqual([
      ['GET', `${E}/repository`],
      ['GET', `${E}/workflows?ref=v1%2Fx`],
      ['GET', `${E}/runs?workflow=7&branch=a+b&page=2`],
      ['GET', `${E}/runs/3?attempt=2`],
      ['POST', `${E}/runs/3/rerun`, '{"jobs":"failed"}'],
      ['POST', `${E}/runs/3/cancel`, '{}'],
      [
        'POST',
        `${E}/workflows/7/dispatch`,
        '{"ref":"main","inputs":{"a":"1"}}',
      ],
      ['GET', `${E}/pulls?state=closed`],
      ['GET', '/groups/default/checkout/summary?children=true'],
      ['GET', '/mine'],
    ]);
  });

  it('asks once for what several ask at the same time, and again later', async () => {
    const { client, requests } = create(() => json({ state: 'found' }));
    const both = await Promise.all([
      client.repository({ entityRef }),
      client.repository({ entityRef }),
    ]);
    expect(both[0]).toBe(both[1]);
    expect(requests).toHaveLength(1);
    await client.repository({ entityRef });
    expect(requests).toHaveLength(2);
  });

  it('reads a log as text, and why there is none', async () => {
    const text = create(
      () =>
        new Response('1 <b>', {
          headers: { 'content-type': 'text/plain; charset=utf-8' },
        }),
    );
    await expect(text.client.log({ entityRef, job: 9 })).resolves.toEqual({
      state: 'text',
      text: '1 <b>',
    });
    for (const [status, state] of [
      [202, 'running'],
      [410, 'gone'],
      [413, 'large'],
    ] as const) {
      const { client } = create(() => json({ state }, status));
      await expect(client.log({ entityRef, job: 9 })).resolves.toEqual({
        state,
      });
    }
  });

  it('throws what the backend said', async () => {
    const refused = () =>
      json(
        {
          error: { name: 'NotAllowedError', message: 'Ask the team shop.' },
          response: { statusCode: 403 },
        },
        403,
      );
    const { client } = create(refused);
    const expected = {
      statusCode: 403,
      cause: { message: 'Ask the team shop.' },
    };
    await expect(client.log({ entityRef, job: 9 })).rejects.toMatchObject(
      expected,
    );
    await expect(
      client.rerun({ entityRef, run: 3, jobs: 'all' }),
    ).rejects.toMatchObject(expected);
  });
});
