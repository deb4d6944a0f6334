import { collectEvents } from '../pulls/__testUtils__/collectEvents';
import { startWithPull } from '../pulls/__testUtils__/startWithPull';
import { stopCleanly } from '../testing/stopCleanly';

let acme: Awaited<ReturnType<typeof startWithPull>>;
beforeEach(async () => {
  acme = await startWithPull();
});
afterEach(() => stopCleanly(acme));

const path = '/repos/acme/shop/deployments';
const post = (route: string, body: object) =>
  acme.call(`POST ${path}${route}`, { as: 'mel', body });

it('deploys, says how it went and ends what was there before', async () => {
  const { names } = collectEvents(acme.sandbox);
  const first = await post('', { ref: 'main', environment: 'staging' });
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({
    task: 'deploy',
    environment: 'staging',
    production_environment: false,
    creator: { login: 'mel' },
  });
  const good = { state: 'success', environment_url: 'https://shop.example/' };
  const status = await post(`/${first.body.id}/statuses`, good);
  expect(status.body).toMatchObject({ ...good, environment: 'staging' });

  const second = await post('', { ref: 'main', environment: 'staging' });
  await post(`/${second.body.id}/statuses`, { state: 'success' });
  const statuses = await acme.call(`GET ${path}/${first.body.id}/statuses`);
  expect(statuses.body.map(({ state }: { state: string }) => state)).toEqual([
    'inactive',
    'success',
  ]);
  const list = await acme.call(`GET ${path}?environment=staging`);
  expect(list.body.map(({ id }: { id: number }) => id)).toEqual([
    second.body.id,
    first.body.id,
  ]);
  const active = await acme.call(`DELETE ${path}/${second.body.id}`, {
    as: 'mel',
  });
  const ended = await acme.call(`DELETE ${path}/${first.body.id}`, {
    as: 'mel',
  });
  expect([active.status, ended.status]).toEqual([422, 204]);
  expect(names).toEqual([
    'deployment.created',
    'deployment_status.created',
    'deployment.created',
    'deployment_status.created',
    'deployment_status.created',
  ]);
});

it('brings the default branch in first', async () => {
  await acme.push('main', { 'other.txt': '1' });
  const merged = await post('', { ref: 'feature' });
  expect(merged.status).toBe(202);
  expect(merged.body.message).toBe(
    'Auto-merged main into feature on deployment.',
  );
  expect((await post('', { ref: 'feature' })).status).toBe(201);
});

it('says when that does not go', async () => {
  await acme.push('main', { 'README.md': 'Something else\n' });
  const conflict = await post('', { ref: 'feature' });
  expect(conflict.status).toBe(409);
  expect(conflict.body.message).toBe('Conflict merging main into feature');
  const plain = await post('', { ref: 'feature', auto_merge: false });
  expect(plain.status).toBe(201);
});

it('waits for checks', async () => {
  await acme.call(`POST /repos/acme/shop/statuses/${acme.head}`, {
    as: 'mel',
    body: { context: 'ci', state: 'failure' },
  });
  const refused = await post('', { ref: 'feature' });
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({
    message: 'Conflict: Commit status checks failed for feature.',
    errors: [{ contexts: [{ context: 'ci', state: 'failure' }] }],
  });
  const anyway = await post('', { ref: 'feature', required_contexts: [] });
  expect(anyway.status).toBe(201);
});

it('knows no ref that is not there', async () => {
  const answer = await post('', { ref: 'nowhere' });
  expect(answer.status).toBe(422);
  expect(answer.body.message).toBe('No ref found for: nowhere');
});
