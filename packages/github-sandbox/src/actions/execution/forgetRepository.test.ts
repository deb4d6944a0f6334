import { startActions, workflow } from '../__testUtils__/startActions';
import { runtimeOf } from '../ActionsRuntime';

let test: Awaited<ReturnType<typeof startActions>>;

beforeEach(async () => {
  test = await startActions();
});
afterEach(async () => {
  await test.stop();
});

it.each(['ubuntu-latest', 'mainframe'])(
  'ends what goes on in a repository that is deleted, on %s',
  async label => {
    const file = workflow({
      on: '{push: , schedule: [{cron: "0 0 * * *"}]}',
      run: 'sleep 1',
    });
    const content = Buffer.from(file.replace('ubuntu-latest', label));
    await test.call('PUT /repos/acme/shop/contents/.github/workflows/a.yml', {
      as: 'olivia',
      body: { message: 'Build', content: content.toString('base64') },
    });
    const runtime = runtimeOf(test.sandbox);
    await runtime.turns.get(test.shop.id);
    expect(runtime.executions.size).toBe(1);
    const { status } = await test.call('DELETE /repos/acme/shop', {
      as: 'olivia',
    });
    expect(status).toBe(204);
    await test.sandbox.settled();
    expect(runtime.executions.size).toBe(0);
    expect(runtime.schedules.size).toBe(0);
    expect(test.sandbox.state.workflowJobs.size).toBe(0);
  },
);
