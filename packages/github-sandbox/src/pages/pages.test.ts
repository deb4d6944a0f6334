import { createSecretAlert } from '../alerts/secrets/createSecretAlert';
import { stopCleanly } from '../testing/stopCleanly';
import { startTestSandbox } from '../testing/startTestSandbox';

let test: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  test = await startTestSandbox({
    files: {
      'README.md':
        '# Shop\n\n<script>alert(1)</script> [bad](javascript:alert(1))\n',
      'src/index.ts': 'export const a = "<b>";\n',
      '.github/workflows/ci.yml':
        'name: CI\non: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo hello && exit 3\n',
    },
  });
});
afterAll(() => stopCleanly(test));

/** A browser: asks for HTML and keeps its cookies. */
function createBrowser() {
  const cookies = new Map<string, string>();
  async function visit(path: string, form?: Record<string, string>) {
    const response = await fetch(`${test.url}${path}`, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: [...cookies].map(([n, v]) => `${n}=${v}`).join('; '),
      },
      body: form && new URLSearchParams(form),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const equals = pair.indexOf('=');
      cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      policy: response.headers.get('content-security-policy') ?? '',
      html: await response.text(),
    };
  }
  return {
    visit,
    async signIn(login: string) {
      const { html } = await visit('/login');
      await visit('/login', { ...hidden(html), login });
    },
  };
}

/** The hidden fields of the form on a page. */
function hidden(html: string): Record<string, string> {
  return Object.fromEntries(
    [
      ...html.matchAll(/name="(authenticity_token|head)"\s+value="([^"]*)"/g),
    ].map(([, name, value]) => [name, value]),
  );
}

it.each([
  ['/', 'Acme'],
  ['/acme', 'shop'],
  ['/acme/shop', 'README.md'],
  ['/acme/shop/tree/main/src', 'index.ts'],
  ['/acme/shop/blob/main/src/index.ts', '&lt;b&gt;'],
  ['/acme/shop/commits', 'First commit'],
  ['/acme/shop/commits/main/README.md', 'First commit'],
  ['/acme/shop/issues', 'There are none'],
  ['/acme/shop/pulls', 'There are none'],
  ['/acme/shop/actions', 'Nothing has run yet'],
  ['/acme/shop/releases', 'There are none'],
  ['/acme/shop/wiki', '.wiki.git'],
  ['/acme/empty', 'git push'],
  ['/acme/shop/branches', 'main'],
  ['/acme/shop/tags', 'There are none'],
  ['/acme/shop/compare/main...main', 'There is nothing new'],
  ['/orgs/acme/people', 'olivia'],
])('shows %s to nobody in particular', async (path, text) => {
  const { status, html } = await createBrowser().visit(path);
  expect(status).toBe(200);
  expect(html).toContain(text);
});

it.each([
  '/acme/vault',
  '/acme/nothing',
  '/nobody',
  '/acme/shop/blob/main/nothing.md',
  '/acme/shop/commit/0123456',
  '/acme/shop/pull/9',
  '/acme/shop/security/dependabot',
  '/acme/shop/security/secret-scanning',
  '/orgs/acme/teams',
])('answers 404 for %s, which is hidden or not there', async path => {
  expect((await createBrowser().visit(path)).status).toBe(404);
});

it('leads from the address for git to the page, and says what is not there', async () => {
  const { location } = await createBrowser().visit('/acme/shop.git');
  expect(location).toBe('/acme/shop');
  const unknown = await createBrowser().visit('/acme/shop/graphs/traffic');
  expect(unknown.status).toBe(501);
  expect(unknown.html).toContain('Not part of the sandbox');
});

it('leads members to a private file as it is', async () => {
  const browser = createBrowser();
  await browser.signIn('olivia');
  const { html } = await browser.visit('/acme/vault/blob/main/README.md');
  const [, raw] = /href="([^"]*\/raw\/[^"]*)"/.exec(html)!;
  const { location } = await browser.visit(raw);
  const file = await fetch(location!);
  expect(await file.text()).toContain('# Shop');
});

it('shows members what is private', async () => {
  const browser = createBrowser();
  await browser.signIn('olivia');
  expect((await browser.visit('/acme/vault')).html).toContain('README.md');
  expect((await browser.visit('/orgs/acme/teams')).html).toContain('Web');
  const alerts = await browser.visit('/acme/shop/security/dependabot');
  expect(alerts.html).toContain('There are none');
  createSecretAlert({
    sandbox: test.sandbox,
    repository: test.shop,
    sender: test.olivia,
    subject: { secretType: 'npm_access_token', displayName: 'npm Token' },
  });
  for (const [path, text] of [
    ['code-scanning', 'There are none'],
    ['secret-scanning', 'npm Token'],
    ['secret-scanning/1', 'example-not-a-secret-1'],
  ]) {
    const page = await browser.visit(`/acme/shop/security/${path}`);
    expect(page.html).toContain(text);
  }
});

it('runs nothing that somebody has written', async () => {
  const { html, policy } = await createBrowser().visit('/acme/shop');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('href="javascript:');
  expect(policy).toContain("default-src 'none'");
});

it('lets who may push change a file, which is a push like any other', async () => {
  const browser = createBrowser();
  await browser.signIn('mel');
  const path = '/acme/shop/edit/main/src/index.ts';
  const { html } = await browser.visit(path);
  expect(html).toContain('export const a');
  const sent = await browser.visit(path, {
    ...hidden(html),
    content: 'export const b = 1;\r\n',
    message: 'Rename it',
  });
  expect(sent.location).toBe('/acme/shop/blob/main/src/index.ts');
  const raw = await test.call('GET /raw/acme/shop/main/src/index.ts');
  expect(raw.text).toBe('export const b = 1;\n');

  await test.sandbox.settled();
  const runs = await browser.visit('/acme/shop/actions');
  expect(runs.html).toContain('Rename it');
  expect(runs.html).toContain('failure');
  const [, run] = /actions\/runs\/(\d+)/.exec(runs.html)!;
  const { html: page } = await browser.visit(`/acme/shop/actions/runs/${run}`);
  expect(page).toContain('Process completed with exit code 3.');
});

it('keeps to the protection of a branch and to rulesets', async () => {
  const path = '/acme/shop/edit/main/README.md';
  const mel = createBrowser();
  await mel.signIn('mel');
  const { html } = await mel.visit(path);
  const form = { ...hidden(html), content: 'Not so\n', message: 'Not so' };
  const { shop } = test;
  shop.branchProtection = {
    main: { required_pull_request_reviews: {}, enforce_admins: true },
  };
  const refused = await mel.visit(path, form);
  expect(refused.location).toBeNull();
  expect(refused.html).toContain('must be made through a pull request');
  shop.branchProtection = {};
  shop.rulesets = [
    {
      id: 1,
      name: 'locked',
      target: 'branch',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~ALL'], exclude: [] } },
      rules: [{ type: 'update' }],
    },
  ];
  const locked = await mel.visit(path, form);
  shop.rulesets = [];
  expect(locked.html).toContain('Cannot update this protected ref');
  const { text } = await test.call('GET /raw/acme/shop/main/README.md');
  expect(text).toContain('# Shop');
});

it('takes no change over a newer one, from another page, or from who may not', async () => {
  const path = '/acme/shop/edit/main/README.md';
  const mel = createBrowser();
  await mel.signIn('mel');
  const { html } = await mel.visit(path);
  const form = { ...hidden(html), content: 'Late\n', message: 'Late' };
  await test.call('PUT /repos/acme/shop/contents/other.md', {
    as: 'olivia',
    body: {
      message: 'In between',
      content: Buffer.from('x').toString('base64'),
    },
  });
  expect((await mel.visit(path, form)).html).toContain('Somebody has changed');

  const forged = await mel.visit(path, { ...form, authenticity_token: 'x' });
  expect(forged.html).toContain('not valid any more');

  const oscar = createBrowser();
  await oscar.signIn('oscar');
  expect((await oscar.visit(path)).html).toContain('may not change');
  const nobody = await createBrowser().visit(path);
  expect(nobody.location).toContain('/login?return_to=');
  expect((await test.call('GET /raw/acme/shop/main/README.md')).text).toContain(
    '# Shop',
  );
});

it('says that a pull request is merged once it is', async () => {
  await test.call('POST /repos/acme/shop/git/refs', {
    as: 'olivia',
    body: {
      ref: 'refs/heads/topic',
      sha: (await test.call('GET /repos/acme/shop/commits/main')).body.sha,
    },
  });
  await test.call('PUT /repos/acme/shop/contents/topic.md', {
    as: 'olivia',
    body: { message: 'Topic', content: 'eA==', branch: 'topic' },
  });
  const { number } = (
    await test.call('POST /repos/acme/shop/pulls', {
      as: 'olivia',
      body: { title: 'Topic', head: 'topic', base: 'main' },
    })
  ).body;
  // Asking whether it can be merged tries it, which is no merge.
  await test.call(`GET /repos/acme/shop/pulls/${number}`);
  const browser = createBrowser();
  const open = await browser.visit(`/acme/shop/pull/${number}`);
  expect(open.html).toContain('topic.md');
  expect(open.html).not.toContain('Merged as');

  await test.call(`PUT /repos/acme/shop/pulls/${number}/merge`, {
    as: 'olivia',
  });
  const merged = await browser.visit(`/acme/shop/pull/${number}`);
  expect(merged.html).toContain('Merged as');
  expect((await browser.visit('/acme/shop')).html).toContain('2 branches');
});

it('leaves addresses that the API has too to programs', async () => {
  const answer = await test.call('GET /orgs/acme/teams', { as: 'olivia' });
  expect(answer.body[0].slug).toBe('web');
});
