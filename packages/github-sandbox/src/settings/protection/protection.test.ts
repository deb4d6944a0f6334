import { startTestSandbox } from '../../testing/startTestSandbox';
import { stopCleanly } from '../../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => stopCleanly(sandbox));

const path = '/repos/acme/shop/branches/main/protection';
const NOTHING = {
  required_status_checks: null,
  enforce_admins: null,
  required_pull_request_reviews: null,
  restrictions: null,
};
const call = (route: string, body?: unknown) =>
  sandbox.call(route, { as: 'olivia', body });
const protect = (body: object = {}) =>
  call(`PUT ${path}`, { ...NOTHING, ...body });

/** What happens where mel changes a file of the branch. */
const change = (as: 'mel' | 'olivia' = 'mel') =>
  sandbox.call('PUT /repos/acme/shop/contents/new.txt', {
    as,
    body: { message: 'New', content: 'bmV3' },
  });

it('says whether the branch or its protection is missing', async () => {
  const missing = await call(
    'GET /repos/acme/shop/branches/nowhere/protection',
  );
  const bare = await call(`GET ${path}`);

  expect([missing.status, missing.body.message]).toEqual([
    404,
    'Branch not found',
  ]);
  expect([bare.status, bare.body.message]).toEqual([
    404,
    'Branch not protected',
  ]);
});

it('asks for all four parts', async () => {
  const { restrictions, ...rest } = NOTHING;
  expect(restrictions).toBeNull();
  const answer = await call(`PUT ${path}`, rest);

  expect(answer.status).toBe(422);
  expect(answer.body.message).toContain('"restrictions" wasn\'t supplied');
});

it('is administrators’ business', async () => {
  await protect();
  const read = await sandbox.call(`GET ${path}`, { as: 'mel' });
  const write = await sandbox.call(`DELETE ${path}`, { as: 'mel' });

  expect([read.status, write.status]).toEqual([403, 403]);
});

it('holds: changes come by pull request, until it is lifted', async () => {
  await protect({ required_pull_request_reviews: {} });
  expect((await change()).status).toBe(409);
  expect((await call(`DELETE ${path}`)).status).toBe(204);
  expect((await change()).status).toBe(201);
});

it('holds for administrators where it says so', async () => {
  await protect({ required_pull_request_reviews: {} });
  await call(`POST ${path}/enforce_admins`);
  expect((await change('olivia')).status).toBe(409);

  await call(`DELETE ${path}/enforce_admins`);
  expect((await change('olivia')).status).toBe(201);
});

it('lets only those push who are named', async () => {
  await protect({ restrictions: { users: [], teams: [] } });
  expect((await change()).status).toBe(409);
  const added = await call(`POST ${path}/restrictions/users`, ['mel']);

  expect(added.body).toMatchObject([{ login: 'mel' }]);
  expect((await change()).status).toBe(201);
  const removed = await call(`DELETE ${path}/restrictions/users`, {
    users: ['mel'],
  });
  expect(removed.body).toEqual([]);
});

it('knows no restrictions for the repositories of persons', async () => {
  await sandbox.call('POST /user/repos', {
    as: 'mel',
    body: { name: 'own', auto_init: true },
  });
  const { status, body } = await sandbox.call(
    'PUT /repos/mel/own/branches/main/protection',
    {
      as: 'mel',
      body: { ...NOTHING, restrictions: { users: ['mel'], teams: [] } },
    },
  );

  expect(status).toBe(422);
  expect(body.errors).toEqual([
    'Only organization repositories can have users and team restrictions',
  ]);
});

it('keeps names and checks the same', async () => {
  await protect({
    required_status_checks: { strict: false, contexts: ['build', 'test'] },
  });
  const without = await call(`DELETE ${path}/required_status_checks/contexts`, {
    contexts: ['build'],
  });
  const strict = await call(`PATCH ${path}/required_status_checks`, {
    strict: true,
  });

  expect(without.body).toEqual(['test']);
  expect(strict.body).toMatchObject({
    strict: true,
    contexts: ['test'],
    checks: [{ context: 'test', app_id: null }],
  });
  await call(`DELETE ${path}/required_status_checks`);
  const gone = await call(`GET ${path}/required_status_checks`);
  expect(gone.body.message).toBe('Required status checks not enabled');
});

it('keeps signatures while the rest changes', async () => {
  await protect();
  await call(`POST ${path}/required_signatures`);
  const { body } = await protect({ enforce_admins: true });

  expect(body.required_signatures.enabled).toBe(true);
});
