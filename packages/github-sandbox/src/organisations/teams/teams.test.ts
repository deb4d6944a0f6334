import { issueToken } from '../../access/issueToken';
import type { SandboxEvent } from '../../core/events/SandboxEvent';
import { startTestSandbox } from '../../testing/startTestSandbox';
import { stopCleanly } from '../../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let events: SandboxEvent[];
beforeEach(async () => {
  sandbox = await startTestSandbox();
  events = [];
  sandbox.sandbox.events.on(event => void events.push(event));
});
afterEach(() => stopCleanly(sandbox));

const told = () =>
  events.map(event =>
    'action' in event ? `${event.name} ${event.action}` : event.name,
  );

it('nests teams, and shows parents and children', async () => {
  const made = await sandbox.call('POST /orgs/acme/teams', {
    as: 'olivia',
    body: { name: 'Web Design', parent_team_id: sandbox.web.id },
  });
  const children = await sandbox.call('GET /orgs/acme/teams/web/teams', {
    as: 'mel',
  });

  expect(made.body).toMatchObject({
    slug: 'web-design',
    privacy: 'closed',
    parent: { slug: 'web' },
  });
  expect(children.body).toMatchObject([{ slug: 'web-design' }]);
  expect(told()).toEqual(['team created', 'membership added']);
});

it('finds a team by its numbers, too', async () => {
  const { id } = sandbox.web;
  const bySlug = await sandbox.call('GET /orgs/acme/teams/web', { as: 'mel' });
  const url = new URL(bySlug.body.url).pathname;

  expect((await sandbox.call(`GET ${url}`, { as: 'mel' })).body).toEqual(
    bySlug.body,
  );
  expect((await sandbox.call(`GET /teams/${id}`, { as: 'mel' })).body).toEqual(
    bySlug.body,
  );
  expect((await sandbox.call(`GET ${url}`, { as: 'oscar' })).status).toBe(404);
  expect((await sandbox.call(`GET /teams/${id}`)).status).toBe(401);
});

it('hides secret teams from members who are not in them', async () => {
  await sandbox.call('POST /orgs/acme/teams', {
    as: 'olivia',
    body: { name: 'Board', privacy: 'secret' },
  });
  const slugs = async (as: 'olivia' | 'mel') =>
    (await sandbox.call('GET /orgs/acme/teams', { as })).body.map(
      (team: { slug: string }) => team.slug,
    );

  expect(await slugs('olivia')).toEqual(['board', 'web']);
  expect(await slugs('mel')).toEqual(['web']);
  const board = await sandbox.call('GET /orgs/acme/teams/board', { as: 'mel' });
  expect(board.status).toBe(404);
});

it('refuses a name that is taken, and a parent below the team', async () => {
  const twice = await sandbox.call('POST /orgs/acme/teams', {
    as: 'olivia',
    body: { name: 'WEB' },
  });
  const circle = await sandbox.call('PATCH /orgs/acme/teams/web', {
    as: 'olivia',
    body: { parent_team_id: sandbox.web.id },
  });

  expect(twice.status).toBe(422);
  expect(twice.body.errors).toEqual([
    {
      resource: 'Team',
      code: 'already_exists',
      field: 'name',
      message: 'Name must be unique for this org',
    },
  ]);
  expect(circle.status).toBe(422);
});

it('lets maintainers lead, and members not', async () => {
  const add = () =>
    sandbox.call('PUT /orgs/acme/teams/web/memberships/olivia', { as: 'mel' });
  expect((await add()).status).toBe(403);

  await sandbox.call('PUT /orgs/acme/teams/web/memberships/mel', {
    as: 'olivia',
    body: { role: 'maintainer' },
  });
  expect((await add()).body).toMatchObject({ state: 'active', role: 'member' });
});

it('invites who is not in the organisation, until the invitation is taken', async () => {
  const invited = await sandbox.call(
    'PUT /orgs/acme/teams/web/memberships/oscar',
    { as: 'olivia' },
  );
  const before = await sandbox.call('GET /orgs/acme/teams/web/members', {
    as: 'olivia',
  });
  await sandbox.call('PATCH /user/memberships/orgs/acme', {
    as: 'oscar',
    body: { state: 'active' },
  });
  const after = await sandbox.call('GET /orgs/acme/teams/web/members', {
    as: 'oscar',
  });

  expect(invited.body.state).toBe('pending');
  expect(before.body).toHaveLength(1);
  expect(after.body).toHaveLength(2);
  expect(told()).toEqual([
    'organization member_invited',
    'organization member_added',
    'membership added',
  ]);
});

it('gives a team a repository without a body, and takes it away', async () => {
  const path = '/orgs/acme/teams/web/repos/acme/vault';
  const as = 'olivia';
  expect((await sandbox.call(`PUT ${path}`, { as })).status).toBe(204);
  const listed = await sandbox.call('GET /orgs/acme/teams/web/repos', { as });
  const asked = await sandbox.call(`GET ${path}`, {
    as,
    headers: { accept: 'application/vnd.github.v3.repository+json' },
  });
  expect(listed.body.map(({ name }: { name: string }) => name)).toEqual([
    'shop',
    'vault',
  ]);
  expect(asked.body.permissions).toMatchObject({ pull: true, push: false });

  expect((await sandbox.call(`DELETE ${path}`, { as })).status).toBe(204);
  expect((await sandbox.call(`GET ${path}`, { as })).status).toBe(404);
  expect(told()).toEqual([
    'team_add',
    'team added_to_repository',
    'team removed_from_repository',
  ]);
});

it('asks an App for members to read teams, and for administration to give them a repository', async () => {
  const tokenWith = (permissions: Record<string, 'read' | 'write'>) =>
    issueToken({
      sandbox: sandbox.sandbox,
      kind: 'installation',
      values: { installationId: sandbox.installation.id, permissions },
    }).secret;
  const put = (token: string) =>
    sandbox.call('PUT /orgs/acme/teams/web/repos/acme/vault', { token });

  const nothing = await sandbox.call('GET /orgs/acme/teams', {
    token: tokenWith({ contents: 'write' }),
  });
  expect(nothing.status).toBe(403);
  expect(nothing.headers.get('x-accepted-github-permissions')).toBe(
    'members=read',
  );
  expect((await put(tokenWith({ members: 'read' }))).status).toBe(403);
  expect(
    (await put(tokenWith({ members: 'read', administration: 'write' }))).status,
  ).toBe(204);
});

it('deletes a team with the teams below it', async () => {
  await sandbox.call('POST /orgs/acme/teams', {
    as: 'olivia',
    body: { name: 'Below', parent_team_id: sandbox.web.id },
  });
  events.length = 0;
  await sandbox.call('DELETE /orgs/acme/teams/web', { as: 'olivia' });
  const left = await sandbox.call('GET /orgs/acme/teams', { as: 'olivia' });

  expect(left.body).toEqual([]);
  expect(told()).toEqual(['team deleted', 'team deleted']);
});
