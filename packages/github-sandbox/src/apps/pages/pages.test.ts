import { App, Octokit } from 'octokit';
import type { SandboxEvent } from '../../core/events/SandboxEvent';
import { Browser } from '../../oauth/__testUtils__/Browser';
import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let browser: Browser;
let events: SandboxEvent[];
beforeEach(async () => {
  sandbox = await startTestSandbox();
  browser = new Browser(sandbox.url);
  events = [];
  sandbox.sandbox.events.on(event => {
    events.push(event);
  });
});
afterEach(() => stopCleanly(sandbox));

const manifest = {
  name: 'Callboard for Acme',
  url: 'http://localhost:7007',
  hook_attributes: { url: 'http://localhost:7007/hook' },
  redirect_url: 'http://localhost:9999/done?from=cli',
  callback_urls: ['http://localhost:7007/callback'],
  setup_url: 'http://localhost:7007/setup',
  public: false,
  default_permissions: { contents: 'read', members: 'read' },
  default_events: ['push'],
};

/** What the command line's page does: send the manifest by a form. */
const send = (content: unknown, owner = '/organizations/acme') =>
  browser.open(`${owner}/settings/apps/new?state=abc`, {
    method: 'POST',
    body: new URLSearchParams({
      manifest: typeof content === 'string' ? content : JSON.stringify(content),
    }),
  });
const convert = (code: string) =>
  sandbox.call(`POST /app-manifests/${code}/conversions`);

/** The code of an App that was just made. */
async function createApp(content: unknown = manifest) {
  const confirm = await send(content);
  const done = await browser.submit(confirm, {
    name: manifest.name,
    login: 'olivia',
  });
  return new URL(done.location!).searchParams;
}

describe('the manifest flow', () => {
  it('ends with an App that works', async () => {
    const confirm = await send(manifest);
    expect(confirm.html).toContain('value="Callboard for Acme"');
    expect(confirm.html).toContain('<code>contents</code> read');
    // Only owners of the organisation can be chosen.
    expect(confirm.html).not.toContain('value="mel"');
    expect(confirm.headers.get('content-security-policy')).toContain(
      "form-action 'self' http://localhost:9999",
    );
    expect(sandbox.sandbox.state.apps.size).toBe(1);

    const query = await createApp();
    expect(query.get('from')).toBe('cli');
    expect(query.get('state')).toBe('abc');
    const converted = await convert(query.get('code')!);
    expect(converted.status).toBe(201);
    expect(converted.body).toMatchObject({
      slug: 'callboard-for-acme',
      html_url: `${sandbox.url}/apps/callboard-for-acme`,
      owner: { login: 'acme' },
      permissions: { contents: 'read', members: 'read', metadata: 'read' },
      events: ['push'],
      client_id: expect.stringMatching(/^Iv23li/),
      client_secret: expect.stringMatching(/^[0-9a-f]{40}$/),
      webhook_secret: expect.stringMatching(/^[0-9a-f]{40}$/),
      pem: expect.stringMatching(/^-----BEGIN RSA PRIVATE KEY-----/),
    });

    const app = new App({
      appId: converted.body.id,
      privateKey: converted.body.pem,
      Octokit: Octokit.defaults({ baseUrl: sandbox.url }),
    });
    const { data } = await app.octokit.request('GET /app');
    expect(data?.name).toBe('Callboard for Acme');
    const client = await sandbox.call(
      `POST /applications/${converted.body.client_id}/token`,
      {
        headers: {
          authorization: `Basic ${Buffer.from(
            `${converted.body.client_id}:${converted.body.client_secret}`,
          ).toString('base64')}`,
        },
        body: { access_token: 'gho_none' },
      },
    );
    expect(client.status).toBe(404);
  });

  it('gives secrets once', async () => {
    const code = (await createApp()).get('code')!;
    expect((await convert(code)).status).toBe(201);
    expect((await convert(code)).status).toBe(404);
    expect((await convert('nothing')).status).toBe(404);
  });

  it('keeps no key or secret before, and the code for an hour', async () => {
    const code = (await createApp()).get('code')!;
    const app = sandbox.sandbox.state.apps.all().at(-1)!;
    expect(app).toMatchObject({ publicKeys: [], clientSecretHashes: [] });
    sandbox.sandbox.clock.advance({ ms: 60 * 60 * 1000 });
    expect((await convert(code)).status).toBe(404);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'The manifest is not JSON.'],
    ['a list', [], 'The manifest is not a JSON object.'],
    ['no address', { name: 'x' }, '&quot;url&quot; wasn&#39;t supplied.'],
    [
      'a page as address',
      { ...manifest, redirect_url: 'data:text/html,x' },
      '&quot;redirect_url&quot; is not an address.',
    ],
    [
      'a permission that is none',
      { ...manifest, default_permissions: { contents: 'all' } },
      'must be read, write or admin',
    ],
  ])('refuses %s', async (_, content, text) => {
    const answer = await send(content);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(text);
  });

  it('refuses names that are taken, other people, and forms for another manifest', async () => {
    const confirm = await send(manifest);
    const answers = [
      await browser.submit(confirm, { name: 'Portal', login: 'olivia' }),
      await browser.submit(confirm, { name: 'x'.repeat(35), login: 'olivia' }),
      await browser.submit(confirm, { name: 'Other', login: 'mel' }),
      await browser.submit(confirm, {
        name: 'Other',
        login: 'olivia',
        manifest: JSON.stringify({
          ...manifest,
          default_permissions: { administration: 'write' },
        }),
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(answers[0].html).toContain('Name is already taken');
    expect(sandbox.sandbox.state.apps.size).toBe(1);
    expect((await send(manifest, '/organizations/none')).status).toBe(404);
  });
});

describe('the installation page', () => {
  /** As a person who is chosen on the way. */
  async function openAs(login: string, path: string) {
    const page = await browser.open(path);
    return page.url.includes('/login?')
      ? browser.submit(page, { login })
      : page;
  }

  it('installs on selected repositories and leads to the setup address', async () => {
    await convert((await createApp()).get('code')!);
    const choice = await openAs(
      'olivia',
      '/apps/callboard-for-acme/installations/new?state=s1',
    );
    const [, target] = /href="([^"]*target_id=\d+[^"]*)"/.exec(choice.html)!;
    // It is private: the organisation is the only place.
    expect(choice.html.match(/target_id=/g)).toHaveLength(1);
    const form = await browser.open(target.replace(/&amp;/g, '&'));
    expect(form.html).toContain('Install Callboard for Acme on acme');
    const done = await browser.submit(form, {
      selection: 'selected',
      repositories: [String(sandbox.vault.id), '1'],
    });
    const installation = sandbox.sandbox.state.installations.all().at(-1)!;
    expect(done.location).toBe(
      `http://localhost:7007/setup?installation_id=${installation.id}&setup_action=install&state=s1`,
    );
    expect(installation).toMatchObject({
      accountId: sandbox.organisation.id,
      repositorySelection: 'selected',
      repositoryIds: [sandbox.vault.id],
      permissions: { contents: 'read', members: 'read', metadata: 'read' },
    });
    expect(events).toMatchObject([
      {
        name: 'installation',
        action: 'created',
        sender: { login: 'olivia' },
      },
    ]);
    // Again is its configuration.
    const again = await browser.open(target.replace(/&amp;/g, '&'));
    expect(again.url).toBe(
      `${sandbox.url}/organizations/acme/settings/installations/${installation.id}`,
    );
  });

  it('offers nothing to those who own nothing', async () => {
    const choice = await openAs('mel', '/apps/portal/installations/new');
    expect(choice.html).toContain('You own no account');
    expect((await browser.open('/apps/none/installations/new')).status).toBe(
      404,
    );
  });

  it('changes, suspends and uninstalls', async () => {
    const { installation, shop } = sandbox;
    const path = `/organizations/acme/settings/installations/${installation.id}`;
    let page = await openAs('olivia', path);
    page = await browser.submit(page, {
      action: 'save',
      selection: 'selected',
      repositories: [String(shop.id)],
    });
    expect(installation.repositoryIds).toEqual([shop.id]);
    page = await browser.submit(page, { action: 'suspend' });
    expect(page.html).toContain('Suspended since');
    page = await browser.submit(page, { action: 'unsuspend' });
    await browser.submit(page, { action: 'uninstall' });
    expect(sandbox.sandbox.state.installations.size).toBe(0);
    expect(
      events.map(event => [event.name, 'action' in event && event.action]),
    ).toEqual([
      ['installation_repositories', 'removed'],
      ['installation', 'suspend'],
      ['installation', 'unsuspend'],
      ['installation', 'deleted'],
    ]);
  });

  it('is for owners', async () => {
    const path = `/organizations/acme/settings/installations/${sandbox.installation.id}`;
    expect((await openAs('mel', path)).status).toBe(404);
  });
});

it('shows an App to browsers and to programs under the same address', async () => {
  const page = await browser.open('/apps/portal');
  expect(page.html).toContain('<code>contents</code> write');
  const api = await sandbox.call('GET /apps/portal', { as: 'olivia' });
  expect(api.body.slug).toBe('portal');
  const settings = await browser.open(
    '/organizations/acme/settings/apps/portal',
  );
  expect(settings.html).toContain('Iv1.portal');
});
