import { mockServices } from '@backstage/backend-test-utils';
import { createPeopleProbe } from './createPeopleProbe';

function open(answer: () => Promise<Response>) {
  const asked: { url: string; init?: RequestInit }[] = [];
  const probe = createPeopleProbe({
    auth: mockServices.auth({ pluginId: 'connections' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async id => `http://127.0.0.1:7007/api/${id}`,
    }),
    fetch: async (url, init) => {
      asked.push({ url: String(url), init });
      return answer();
    },
  });
  return { probe, asked };
}

const json =
  (body: unknown, status = 200) =>
  async () =>
    new Response(JSON.stringify(body), { status });

it('asks the plugin access as a service', async () => {
  const sources = [{ id: 'LdapOrgEntityProvider:default' }];
  const { probe, asked } = open(json({ sources, mayManage: true }));
  expect(await probe.sources()).toEqual({ state: 'known', sources });
  expect(asked[0].url).toBe('http://127.0.0.1:7007/api/access/organisations');
  const { authorization } = asked[0].init!.headers as Record<string, string>;
  expect(authorization).toMatch(/^Bearer .*plugin:connections/);
});

it('takes a portal without the plugin for one that knows of no sources', async () => {
  const { probe } = open(json({ error: {} }, 404));
  expect(await probe.sources()).toEqual({ state: 'absent' });
});

it.each([
  ['an error', json({}, 503), 'it answers with status 503'],
  ['a page', json({ html: true }), 'something that names no sources'],
  ['no JSON', async () => new Response('<html>'), 'JSON'],
  [
    'nothing',
    async () => {
      throw new TypeError('fetch failed', { cause: new Error('refused') });
    },
    'fetch failed: refused',
  ],
])('says why it does not know: %s', async (_, answer, reason) => {
  const { probe } = open(answer);
  expect(await probe.sources()).toEqual({
    state: 'unknown',
    reason: expect.stringContaining(reason),
    remedy: expect.stringContaining('log'),
  });
});

it('stops asking when the time of the check is over', async () => {
  const { probe, asked } = open(json({ sources: [] }));
  const controller = new AbortController();
  await probe.sources({ signal: controller.signal });
  controller.abort();
  expect(asked[0].init!.signal!.aborted).toBe(true);
});
