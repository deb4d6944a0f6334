import { startTestSandbox } from '../testing/startTestSandbox';
import { stopCleanly } from '../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
afterEach(() => stopCleanly(sandbox));
const call = (route: string, body?: unknown) =>
  sandbox.call(route, { as: 'olivia', body });

const shop = '/repos/acme/shop';

it('takes a deploy key once, and none that is no key', async () => {
  sandbox = await startTestSandbox();
  const add = (key: string, repository = 'shop') =>
    call(`POST /repos/acme/${repository}/keys`, { title: 'deploy', key });
  const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==';

  const { body } = await add(`${key} mel@acme.example`);
  expect(body).toMatchObject({ key, read_only: false, added_by: 'olivia' });
  expect((await add(key, 'vault')).body.errors).toMatchObject([
    { message: 'key is already in use' },
  ]);
  expect((await add('no key')).status).toBe(422);
  expect((await call(`DELETE ${shop}/keys/${body.id}`)).status).toBe(204);
  expect((await add(key, 'vault')).status).toBe(201);
});

it('demands the number in an autolink', async () => {
  sandbox = await startTestSandbox();
  const add = (url_template: string) =>
    call(`POST ${shop}/autolinks`, { key_prefix: 'T-', url_template });

  expect((await add('https://t.example/')).status).toBe(422);
  const { body } = await add('https://t.example/<num>');
  expect(body.is_alphanumeric).toBe(true);
  expect((await add('https://u.example/<num>')).body.errors).toEqual([
    { resource: 'KeyLink', field: 'key_prefix', code: 'already_exists' },
  ]);
  expect((await call(`DELETE ${shop}/autolinks/${body.id}`)).status).toBe(204);
});

it('turns pages on once, for a branch that is there', async () => {
  sandbox = await startTestSandbox();
  const turnOn = (branch: string) =>
    call(`POST ${shop}/pages`, { source: { branch, path: '/docs' } });

  expect((await call(`GET ${shop}/pages`)).status).toBe(404);
  expect((await turnOn('nowhere')).status).toBe(422);
  expect((await turnOn('main')).body.source).toEqual({
    branch: 'main',
    path: '/docs',
  });
  expect((await turnOn('main')).status).toBe(409);
  await call(`PUT ${shop}/pages`, {
    build_type: 'workflow',
    cname: 'a.example',
  });
  expect((await call(`GET ${shop}/pages`)).body).toMatchObject({
    build_type: 'workflow',
    cname: 'a.example',
  });
  expect((await call(`DELETE ${shop}/pages`)).status).toBe(204);
  expect((await call(shop.replace('/', 'GET /'))).body.has_pages).toBe(false);
});

it('lets other repositories use the workflows of a private one alone', async () => {
  sandbox = await startTestSandbox();
  const put = (repository: string, access_level: string) =>
    call(`PUT /repos/acme/${repository}/actions/permissions/access`, {
      access_level,
    });

  expect((await put('shop', 'organization')).status).toBe(422);
  expect((await put('vault', 'everybody')).status).toBe(422);
  expect((await put('vault', 'organization')).status).toBe(204);
  expect(sandbox.vault.actions.accessLevel).toBe('organization');
});

it('keeps the OIDC subject, default or not', async () => {
  sandbox = await startTestSandbox();
  const path = `${shop}/actions/oidc/customization/sub`;
  const put = (body: object) => call(`PUT ${path}`, body);

  expect((await put({})).status).toBe(422);
  await put({ use_default: false, include_claim_keys: ['repo', 'context'] });
  expect((await call(`GET ${path}`)).body).toEqual({
    use_default: false,
    include_claim_keys: ['repo', 'context'],
  });
  await put({ use_default: true });
  expect((await call(`GET ${path}`)).body).toEqual({ use_default: true });
});

it('finds what is wrong in CODEOWNERS', async () => {
  const text =
    '# Owners\n* @mel @nobody\n/docs/ @acme/web @acme/none\n*** @mel\n';
  sandbox = await startTestSandbox({ files: { 'docs/CODEOWNERS': text } });
  const { body } = await call(`GET ${shop}/codeowners/errors`);

  expect(
    body.errors.map((error: Record<string, unknown>) => [
      error.line,
      error.column,
      error.kind,
    ]),
  ).toEqual([
    [2, 8, 'Unknown owner'],
    [3, 18, 'Unknown owner'],
    [4, 1, 'Invalid pattern'],
  ]);
  expect(body.errors[0].message).toContain(
    'make sure @nobody exists and has write access to the repository',
  );
});
