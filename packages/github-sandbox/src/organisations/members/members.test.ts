import { issueToken } from '../../access/issueToken';
import { startTestSandbox } from '../../testing/startTestSandbox';
import { stopCleanly } from '../../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => stopCleanly(sandbox));

const logins = (body: Array<{ login: string }>) =>
  body.map(({ login }) => login);

/** A classic token of mel with some scopes. */
function tokenOf(scopes: string[]) {
  return issueToken({
    sandbox: sandbox.sandbox,
    kind: 'classic',
    values: { userId: sandbox.mel.id, scopes },
  }).secret;
}

it('shows hidden members to members alone', async () => {
  const list = '/orgs/acme/members';
  const hide = await sandbox.call('DELETE /orgs/acme/public_members/mel', {
    as: 'mel',
  });
  expect(hide.status).toBe(204);

  const names = async (as?: 'olivia' | 'oscar') =>
    logins((await sandbox.call(`GET ${list}`, { as })).body);
  expect(await names('olivia')).toEqual(['olivia', 'mel']);
  expect(await names('oscar')).toEqual(['olivia']);
  expect(await names()).toEqual(['olivia']);
});

it('tells nothing hidden to a token without read:org', async () => {
  await sandbox.call('DELETE /orgs/acme/public_members/mel', { as: 'mel' });
  const read = (scopes: string[]) =>
    sandbox.call('GET /orgs/acme/members', { token: tokenOf(scopes) });

  expect(logins((await read(['repo'])).body)).toEqual(['olivia']);
  expect(logins((await read(['read:org'])).body)).toEqual(['olivia', 'mel']);
});

it('sends outsiders to the public members', async () => {
  const answer = await sandbox.call('GET /orgs/acme/members/mel', {
    as: 'oscar',
  });

  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(
    `${sandbox.url}/orgs/acme/public_members/mel`,
  );
});

it('lets owners alone filter by two-factor authentication', async () => {
  sandbox.mel.twoFactor = false;
  const read = (as: 'olivia' | 'mel') =>
    sandbox.call('GET /orgs/acme/members?filter=2fa_disabled', { as });

  expect(logins((await read('olivia')).body)).toEqual(['mel']);
  expect((await read('mel')).status).toBe(422);
});

it('removes a member from the teams, too, but never the last owner', async () => {
  const remove = (login: string) =>
    sandbox.call(`DELETE /orgs/acme/members/${login}`, { as: 'olivia' });

  expect((await remove('mel')).status).toBe(204);
  expect(sandbox.web.members).toEqual([]);
  expect((await remove('olivia')).status).toBe(403);
});

it('lets no member invite', async () => {
  const answer = await sandbox.call('PUT /orgs/acme/memberships/oscar', {
    as: 'mel',
  });

  expect(answer.status).toBe(403);
  expect(sandbox.organisation.members).toHaveLength(2);
});

it('shows settings and plan to owners', async () => {
  const read = async (as: 'olivia' | 'mel') =>
    (await sandbox.call('GET /orgs/acme', { as })).body;

  expect(await read('olivia')).toHaveProperty('plan.name', 'enterprise');
  expect(await read('mel')).not.toHaveProperty('plan');
});

it('shows the private side of a person with the scope', async () => {
  const read = async (scopes: string[]) =>
    (await sandbox.call('GET /user', { token: tokenOf(scopes) })).body;

  expect(await read(['repo'])).toMatchObject({ user_view_type: 'public' });
  expect(await read(['read:user'])).toMatchObject({
    user_view_type: 'private',
    two_factor_authentication: true,
  });
});

it('takes only values that a custom property allows', async () => {
  const set = (value: string) =>
    sandbox.call('PATCH /orgs/acme/properties/values', {
      as: 'olivia',
      body: {
        repository_names: ['shop'],
        properties: [{ property_name: 'tier', value }],
      },
    });
  expect((await set('one')).status).toBe(422);

  await sandbox.call('PATCH /orgs/acme/properties/schema', {
    as: 'olivia',
    body: {
      properties: [
        {
          property_name: 'tier',
          value_type: 'single_select',
          allowed_values: ['one', 'two'],
          required: true,
          default_value: 'two',
        },
      ],
    },
  });
  const values = async () =>
    (await sandbox.call('GET /repos/acme/shop/properties/values')).body;
  expect(await values()).toEqual([{ property_name: 'tier', value: 'two' }]);
  expect((await set('three')).status).toBe(422);
  expect((await set('one')).status).toBe(204);
  expect(await values()).toEqual([{ property_name: 'tier', value: 'one' }]);
});
