import type { HandledEvent } from '../../events/handledEvents';
import {
  type ActivityScene,
  startActivityScene,
} from '../__testUtils__/startActivityScene';

jest.setTimeout(60_000);

let scene: ActivityScene;
beforeEach(async () => {
  scene = await startActivityScene();
});
afterEach(() => scene?.stop());

const BUILDS = ['workflow_run', 'workflow_job'];

/** What GitHub has now. */
async function truth() {
  const { body } = await scene.sandbox.call(
    'GET /repos/acme/shop/actions/runs',
    { as: 'olivia' },
  );
  return body.workflow_runs.map((run: any) => [
    ...[run.id, run.run_attempt, run.status, run.conclusion],
  ]);
}

async function shown() {
  const { value } = await scene.get('runs');
  return value.runs.map((run: any) => [
    ...[run.id, run.attempt, run.status, run.conclusion],
  ]);
}

/** Not delivered yet, in their order. */
const held = () =>
  scene.sandbox.sandbox.state.deliveries
    .all()
    .filter(({ event }) => BUILDS.includes(event))
    .map(({ event, guid, request }) => ({
      event: event as HandledEvent,
      deliveryId: guid,
      payload: request.payload,
    }));

it('ends as GitHub has it, in whatever order and however often events come', async () => {
  await scene.write('a', '1');
  await scene.get('runs');
  const [{ id }] = (await scene.get('runs')).value.runs;
  await scene.get(`runs/${id}`);
  const before = held().length;
  scene.lost.push(...BUILDS);
  await scene.write('broken', '1');
  await scene.write('c', '1');
  await scene.change(`POST /repos/acme/shop/actions/runs/${id}/rerun`);
  const missed = held().slice(before);
  expect(missed.length).toBeGreaterThan(8);
  // From both ends, and all of it twice.
  const mixed = [...missed].sort((one, other) =>
    one.deliveryId.localeCompare(other.deliveryId),
  );
  scene.asked();
  for (const each of [...mixed.reverse(), ...missed]) await scene.handle(each);
  expect(await shown()).toEqual(await truth());
  const detail = await scene.get(`runs/${id}`);
  expect(detail.value.run).toMatchObject({ attempt: 2, status: 'completed' });
  expect(scene.asked().filter(line => line.includes('/actions/runs?'))).toEqual(
    [],
  );
});

it('makes up for what was lost', async () => {
  await scene.write('a', '1');
  await scene.get('runs');
  scene.lost.push(...BUILDS, 'pull_request');
  await scene.write('broken', '1');
  expect(await shown()).not.toEqual(await truth());
  const { host } = scene;
  await scene.onLost({ host, repository: { owner: 'acme', name: 'shop' } });
  expect(await shown()).toEqual(await truth());

  await scene.write('c', '1');
  await scene.onLost({ host });
  expect(await shown()).toEqual(await truth());
});

it('forgets a repository that is another one, or that others may see now', async () => {
  await scene.get('runs');
  await scene.get('repository');
  await scene.change('PATCH /repos/acme/shop', { name: 'store' });
  const rows = await scene.knex('github_answers').where({ host: scene.host });
  expect(rows).toEqual([]);
});

it('a push to another branch leaves insights as they are, and one to the default branch does not', async () => {
  await scene.get('insights');
  await scene.get('workflows');
  const { body } = await scene.sandbox.call(
    'GET /repos/acme/shop/commits/main',
    { as: 'olivia' },
  );
  await scene.change('POST /repos/acme/shop/git/refs', {
    ...{ ref: 'refs/heads/other', sha: body.sha },
  });
  await scene.write('b', '1', 'shop', 'other');
  await scene.get('workflows');
  scene.asked();
  await scene.get('insights');
  expect(scene.asked()).toEqual([]);
  await scene.write('c', '1');
  scene.asked();
  await scene.get('insights');
  expect(scene.asked().sort()).toEqual([
    expect.stringContaining('GET /repos/acme/shop/contributors'),
    'POST /api/graphql',
  ]);
});
