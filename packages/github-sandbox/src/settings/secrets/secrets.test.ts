import sodium from 'libsodium-wrappers';
import { startTestSandbox } from '../../testing/startTestSandbox';
import { stopCleanly } from '../../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => stopCleanly(sandbox));

/** What a caller does with the public key. */
async function seal(options: { value: string; path: string }) {
  const { body } = await sandbox.call(`GET ${options.path}/public-key`, {
    as: 'olivia',
  });
  await sodium.ready;
  const sealed = sodium.crypto_box_seal(
    options.value,
    Buffer.from(body.key, 'base64'),
  );
  return {
    key_id: body.key_id,
    encrypted_value: Buffer.from(sealed).toString('base64'),
  };
}

const shop = '/repos/acme/shop/actions/secrets';

it('keeps the value that was sealed, and never shows it', async () => {
  const body = await seal({ value: 's3cret', path: shop });
  const put = () =>
    sandbox.call(`PUT ${shop}/deploy_key`, { as: 'olivia', body });

  expect((await put()).status).toBe(201);
  expect((await put()).status).toBe(204);
  expect(sandbox.shop.secrets).toMatchObject([
    { name: 'DEPLOY_KEY', value: 's3cret' },
  ]);
  const list = await sandbox.call(`GET ${shop}`, { as: 'olivia' });
  expect(list.body.secrets).toEqual([
    {
      name: 'DEPLOY_KEY',
      created_at: expect.any(String),
      updated_at: expect.any(String),
    },
  ]);
});

it('refuses a value for another key, one that is not sealed, and a name that is none', async () => {
  const body = await seal({ value: 'x', path: shop });
  const put = (name: string, changed: object) =>
    sandbox.call(`PUT ${shop}/${name}`, {
      as: 'olivia',
      body: { ...body, ...changed },
    });
  const before = sandbox.shop.secrets.length;

  expect((await put('A', { key_id: '1' })).status).toBe(422);
  expect((await put('A', { encrypted_value: 'aaaa' })).status).toBe(422);
  expect((await put('A', { encrypted_value: undefined })).status).toBe(422);
  expect((await put('GITHUB_A', {})).status).toBe(422);
  expect((await put('1A', {})).status).toBe(422);
  expect(sandbox.shop.secrets).toHaveLength(before);
});

it('keeps the secrets of an environment, also by the number of the repository', async () => {
  const byName = '/repos/acme/shop/environments/production';
  const byNumber = `/repositories/${sandbox.shop.id}/environments/production/secrets`;
  const missing = await sandbox.call(`GET ${byNumber}/public-key`, {
    as: 'olivia',
  });
  expect(missing.status).toBe(404);

  await sandbox.call(`PUT ${byName}`, { as: 'olivia' });
  const body = await seal({ value: 'deep', path: byNumber });
  const put = await sandbox.call(`PUT ${byNumber}/KEY`, { as: 'olivia', body });
  expect(put.status).toBe(201);
  expect(sandbox.shop.environments[0].secrets).toMatchObject([
    { name: 'KEY', value: 'deep' },
  ]);
});

it('shows secrets of the organisation to the repositories that were selected', async () => {
  const path = '/orgs/acme/actions/secrets';
  const body = {
    ...(await seal({ value: 'shared', path })),
    visibility: 'selected',
    selected_repository_ids: [sandbox.shop.id],
  };
  const put = await sandbox.call(`PUT ${path}/SHARED`, { as: 'olivia', body });
  expect(put.status).toBe(201);

  const seen = async (name: string) =>
    (
      await sandbox.call(
        `GET /repos/acme/${name}/actions/organization-secrets`,
        {
          as: 'olivia',
        },
      )
    ).body.total_count;
  expect([await seen('shop'), await seen('vault')]).toEqual([1, 0]);

  await sandbox.call(`PUT ${path}/SHARED/repositories/${sandbox.vault.id}`, {
    as: 'olivia',
  });
  expect([await seen('shop'), await seen('vault')]).toEqual([1, 1]);
  expect((await sandbox.call(`GET ${path}`, { as: 'mel' })).status).toBe(403);
});

it('deletes a secret', async () => {
  const body = await seal({ value: 'x', path: shop });
  const as = 'olivia';
  await sandbox.call(`PUT ${shop}/GONE`, { as, body });

  expect((await sandbox.call(`DELETE ${shop}/gone`, { as })).status).toBe(204);
  expect((await sandbox.call(`GET ${shop}/GONE`, { as })).status).toBe(404);
  expect((await sandbox.call(`GET ${shop}`, { as: 'oscar' })).status).toBe(403);
});
