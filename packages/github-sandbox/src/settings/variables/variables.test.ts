import { startTestSandbox } from '../../testing/startTestSandbox';
import { stopCleanly } from '../../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => stopCleanly(sandbox));

const as = 'olivia';
const path = '/repos/acme/shop/actions/variables';
const add = (name: string, value = 'x') =>
  sandbox.call(`POST ${path}`, { as, body: { name, value } });

it('adds, renames and deletes a variable', async () => {
  expect((await add('region', 'north')).status).toBe(201);
  const renamed = await sandbox.call(`PATCH ${path}/REGION`, {
    as,
    body: { name: 'zone' },
  });
  const read = await sandbox.call(`GET ${path}/zone`, { as });

  expect(renamed.status).toBe(204);
  expect(read.body).toMatchObject({ name: 'ZONE', value: 'north' });
  expect((await sandbox.call(`DELETE ${path}/ZONE`, { as })).status).toBe(204);
  expect((await sandbox.call(`DELETE ${path}/ZONE`, { as })).status).toBe(404);
});

it('takes a name once', async () => {
  await add('REGION');
  const again = await add('region');

  expect(again.status).toBe(409);
  expect(again.body.message).toBe('Already exists - Variable already exists');
});

it('lists ten a page', async () => {
  for (let number = 10; number < 22; number += 1) await add(`V${number}`);
  const { body, headers } = await sandbox.call(`GET ${path}`, { as });

  expect(body.total_count).toBe(12);
  expect(body.variables).toHaveLength(10);
  expect(headers.get('link')).toContain('page=2');
});

it('asks for the visibility of a variable of an organisation', async () => {
  const post = (body: object) =>
    sandbox.call('POST /orgs/acme/actions/variables', {
      as,
      body: { name: 'REGION', value: 'x', ...body },
    });

  expect((await post({})).status).toBe(422);
  expect((await post({ visibility: 'everybody' })).status).toBe(422);
  expect((await post({ visibility: 'private' })).status).toBe(201);
  const seen = async (name: string) =>
    (
      await sandbox.call(
        `GET /repos/acme/${name}/actions/organization-variables`,
        { as },
      )
    ).body.total_count;
  expect([await seen('shop'), await seen('vault')]).toEqual([0, 1]);
});
