import { newTeam } from '../../core/records/newTeam';
import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';

let test: Awaited<ReturnType<typeof startTestSandbox>>;

beforeEach(async () => {
  test = await startTestSandbox();
});
afterEach(() => stopCleanly(test));

describe('collaborators', () => {
  const put = (permission: string, as: 'olivia' | 'mel' = 'olivia') =>
    test.call('PUT /repos/acme/vault/collaborators/oscar', {
      as,
      body: { permission },
    });

  it('get a role, another one, and lose it', async () => {
    expect(
      (await test.call('GET /repos/acme/vault', { as: 'oscar' })).status,
    ).toBe(404);
    expect((await put('pull')).status).toBe(204);
    const seen = await test.call('GET /repos/acme/vault', { as: 'oscar' });
    expect(seen.body.permissions).toMatchObject({ pull: true, push: false });
    await put('maintain');
    const { body } = await test.call(
      'GET /repos/acme/vault/collaborators/oscar/permission',
      { as: 'olivia' },
    );
    expect(body).toMatchObject({
      permission: 'write',
      role_name: 'maintain',
      user: { login: 'oscar' },
    });
    await test.call('DELETE /repos/acme/vault/collaborators/oscar', {
      as: 'oscar',
    });
    const gone = await test.call('GET /repos/acme/vault/collaborators/oscar', {
      as: 'olivia',
    });
    expect(gone.status).toBe(404);
  });

  it('are listed by how they came', async () => {
    await put('pull');
    const logins = async (query: string) =>
      (
        await test.call(`GET /repos/acme/vault/collaborators?${query}`, {
          as: 'olivia',
        })
      ).body.map(({ login }: { login: string }) => login);
    expect(await logins('')).toEqual(
      expect.arrayContaining(['olivia', 'oscar']),
    );
    expect(await logins('affiliation=outside')).toEqual(['oscar']);
    expect(await logins('permission=admin')).toEqual(['olivia']);
  });

  it('are made by administrators, of roles that exist', async () => {
    expect((await put('chief')).status).toBe(422);
    const { status } = await test.call(
      'PUT /repos/acme/shop/collaborators/oscar',
      { as: 'mel', body: {} },
    );
    expect(status).toBe(403);
  });
});

describe('teams', () => {
  it('are listed with their role', async () => {
    const { body } = await test.call('GET /repos/acme/shop/teams', {
      as: 'olivia',
    });
    expect(body).toEqual([
      expect.objectContaining({
        slug: 'web',
        permission: 'push',
        parent: null,
      }),
    ]);
  });

  it('are listed only to those who see them', async () => {
    test.web.privacy = 'secret';
    newTeam({
      sandbox: test.sandbox,
      organisation: test.organisation,
      name: 'Night',
      values: {
        privacy: 'secret',
        repositories: [{ repositoryId: test.shop.id, permission: 'pull' }],
      },
    });
    const teams = async (as?: 'olivia' | 'mel' | 'oscar') =>
      (await test.call('GET /repos/acme/shop/teams', { as })).body.map(
        ({ slug }: { slug: string }) => slug,
      );
    expect(await teams('olivia')).toEqual(['web', 'night']);
    expect(await teams('mel')).toEqual(['web']);
    expect(await teams('oscar')).toEqual([]);
  });
});

describe('stars and watching', () => {
  it('count once', async () => {
    await test.call('PUT /user/starred/acme/shop', { as: 'oscar' });
    await test.call('PUT /user/starred/acme/shop', { as: 'oscar' });
    const { body } = await test.call('GET /repos/acme/shop');
    expect(body.stargazers_count).toBe(1);
    const stars = await test.call('GET /users/oscar/starred');
    expect(stars.body).toEqual([
      expect.objectContaining({ full_name: 'acme/shop' }),
    ]);
    await test.call('DELETE /user/starred/acme/shop', { as: 'oscar' });
    const none = await test.call('GET /user/starred/acme/shop', {
      as: 'oscar',
    });
    expect(none.status).toBe(404);
  });

  it('are kept by person', async () => {
    const { body } = await test.call('PUT /repos/acme/shop/subscription', {
      as: 'oscar',
      body: { subscribed: true, ignored: false },
    });
    expect(body).toMatchObject({ subscribed: true, ignored: false });
    const { body: watchers } = await test.call(
      'GET /repos/acme/shop/subscribers',
    );
    expect(watchers).toEqual([expect.objectContaining({ login: 'oscar' })]);
    await test.call('DELETE /repos/acme/shop/subscription', { as: 'oscar' });
    const gone = await test.call('GET /repos/acme/shop/subscription', {
      as: 'oscar',
    });
    expect(gone.status).toBe(404);
  });
});
