import { TestDatabases } from '@backstage/backend-test-utils';
import { openImports } from './__testUtils__/openImports';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let scene: Awaited<ReturnType<typeof openImports>>;
afterEach(() => scene?.stop());

it('plans, lists, shows, applies and pauses, for operators, and keeps it in the audit log', async () => {
  const knex = await databases.init('SQLITE_3');
  scene = await openImports({
    knex,
    repositories: [{ name: 'plain', files: { 'README.md': '# It\n' } }],
  });
  const { ask, work } = scene.startPortal();

  const body = { organisation: 'acme' };
  expect((await ask('POST /imports', { body, as: null })).status).toBe(401);
  expect((await ask('POST /imports', { body, as: 'mel' })).status).toBe(403);
  expect((await ask('GET /imports', { as: 'mel' })).status).toBe(403);
  const begun = await ask('POST /imports', { body });
  expect(begun).toMatchObject({
    status: 202,
    body: { status: 'planning', items: [], createdBy: 'user:default/olivia' },
  });
  await work.idle();
  const { id } = begun.body;

  const list = await ask('GET /imports');
  expect(list.body).toMatchObject([
    { id, status: 'planned', counts: { inferable: 1 }, items: [] },
  ]);
  expect((await ask(`GET /imports/${id}`)).body.items).toHaveLength(1);
  expect((await ask(`GET /imports/${id}?items=false`)).body.items).toEqual([]);
  expect((await ask('GET /imports/nosuch')).status).toBe(404);
  expect((await ask(`GET /imports/${id}?item=1`)).status).toBe(400);
  expect((await ask(`POST /imports/${id}/pause`)).status).toBe(409);

  const wrong = await ask(`POST /imports/${id}/apply`, {
    body: { mode: 'sideways', repositories: ['no slash'], more: 1 },
  });
  expect(wrong.status).toBe(400);
  expect(wrong.body.error.message).toMatch(
    /mode: it is neither.*repositories\.0: it is not OWNER\/NAME.*not known/,
  );
  const applied = await ask(`POST /imports/${id}/apply`, {
    body: { mode: 'register' },
  });
  expect(applied).toMatchObject({ status: 202, body: { total: 1 } });
  await work.idle();
  expect((await ask(`GET /imports/${id}`)).body).toMatchObject({
    status: 'done',
    items: [{ outcome: { status: 'registered' } }],
  });
  expect(scene.audit).toMatchObject([
    { eventId: 'import-plan', outcome: 'success', meta: body },
    { eventId: 'import-pause', outcome: 'failure' },
    {
      ...{ eventId: 'import-apply', outcome: 'success' },
      meta: { id, mode: 'register', by: 'user:default/olivia' },
    },
  ]);
});

it.each(['POST /imports', 'POST /imports/1/apply'])(
  '%s does not quote a body that is no JSON',
  async route => {
    const knex = await databases.init('SQLITE_3');
    scene = await openImports({ knex, repositories: [] });
    const body = 'secret-text';
    const answer = await scene.startPortal().ask(route, { body });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('is not JSON');
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  },
);

it.each([
  [{}, 'organisation: the login of an organisation is needed'],
  [{ organisation: '../x' }, 'it is no login of GitHub'],
  [
    { organisation: 'acme', host: 'elsewhere.example' },
    'no GitHub of this name',
  ],
])('says what is wrong with %j', async (body, message) => {
  const knex = await databases.init('SQLITE_3');
  scene = await openImports({ knex, repositories: [] });
  const answer = await scene.startPortal().ask('POST /imports', { body });
  expect(answer.status).toBe(400);
  expect(answer.body.error.message).toContain(message);
});
