import type { RootGithubService } from '@callboard/plugin-github-node';
import { convertCode } from './convertCode';

const app = {
  id: 7,
  slug: 'portal',
  name: 'Portal',
  html_url: 'https://github.com/apps/portal',
  client_id: 'Iv1.a',
  client_secret: 'hush-client',
  webhook_secret: null,
  pem: 'hush-key',
};

const convert = (request: () => Promise<unknown>) =>
  convertCode({
    code: 'the-code',
    webUrl: 'https://github.com',
    github: {
      forPlugin: () => ({ client: async () => ({ request }) }),
    } as unknown as RootGithubService,
  });

it('takes an App that is whole', async () => {
  expect(await convert(async () => ({ data: { ...app, more: 1 } }))).toEqual({
    outcome: 'converted',
    app,
  });
});

it.each<[string, unknown, string]>([
  ['a page', '<html>Sign in</html>', 'it is no JSON'],
  ['nothing', undefined, 'it is no JSON'],
  ['an App without a key', { ...app, pem: undefined }, 'missing or wrong: pem'],
  [
    'an App with two wrong fields',
    { ...app, id: '7', html_url: 'hush:alert' },
    'missing or wrong: id, html_url',
  ],
])(
  'does not take %s for an App, and quotes no secret',
  async (_, data, why) => {
    const conversion = await convert(async () => ({ data }));
    expect(conversion).toEqual({
      outcome: 'unreachable',
      message: expect.stringContaining(why),
    });
    expect(JSON.stringify(conversion)).not.toContain('hush');
  },
);

it('survives a refusal whose message is no text', async () => {
  const refused = Object.assign(new Error('no'), {
    status: 422,
    response: { data: { message: ['the-code'] } },
  });
  expect(
    await convert(async () => {
      throw refused;
    }),
  ).toEqual({ outcome: 'refused', status: 422, message: '***' });
});
