import { startActions, workflow } from '../__testUtils__/startActions';

const FILE = '.github/workflows/ci.yml';
let test: Awaited<ReturnType<typeof startActions>>;

beforeEach(async () => {
  test = await startActions();
});
afterEach(async () => {
  await test.stop();
});

describe('a workflow that is started by hand', () => {
  const BY_HAND = workflow({
    on: '{workflow_dispatch: {inputs: {level: {required: true, type: choice, options: [low, high]}, dry: {type: boolean, default: true}}}}',
    run: 'echo "${{ inputs.level }} ${{ inputs.dry }} ${{ github.ref }}"',
  });
  const dispatch = (body: unknown) =>
    test.send('/workflows/ci.yml/dispatches', body);

  it('gets its inputs', async () => {
    await test.commit({ [FILE]: BY_HAND });
    const inputs = { level: 'high' };
    expect((await dispatch({ ref: 'main', inputs })).status).toBe(204);
    const run = await test.latestRun();
    expect(run).toMatchObject({
      event: 'workflow_dispatch',
      conclusion: 'success',
    });
    expect(await test.logOf(run)).toContain('\nhigh true refs/heads/main\n');

    const told = await dispatch({
      ref: 'main',
      inputs,
      return_run_details: true,
    });
    expect(told.status).toBe(200);
    const { id } = await test.latestRun();
    expect(told.body).toEqual({
      workflow_run_id: id,
      run_url: `${test.url}/repos/acme/shop/actions/runs/${id}`,
      html_url: `${test.url}/acme/shop/actions/runs/${id}`,
    });
  });

  it.each<[unknown, string]>([
    [{ ref: 'main' }, "Required input 'level' not provided"],
    [
      { ref: 'main', inputs: { level: 'high', more: '1' } },
      'Unexpected inputs provided: ["more"]',
    ],
    [
      { ref: 'main', inputs: { level: 'none' } },
      "Provided value 'none' for input 'level' not in the list of allowed values",
    ],
    [{ ref: 'gone', inputs: { level: 'low' } }, 'No ref found for: gone'],
    [{ inputs: {} }, `Invalid request.\n\n"ref" wasn't supplied.`],
  ])('is refused with %j', async (body, message) => {
    await test.commit({ [FILE]: BY_HAND });
    const answer = await dispatch(body);
    expect(answer).toMatchObject({ status: 422, body: { message } });
    expect(await test.latestRun()).toBeUndefined();
  });

  it('has to be there, enabled, and made for it', async () => {
    await test.commit({
      [FILE]: BY_HAND,
      '.github/workflows/push.yml': workflow({ run: 'echo' }),
    });
    const body = { ref: 'main', inputs: { level: 'low' } };
    expect((await test.send('/workflows/9/dispatches', body)).status).toBe(404);
    expect(
      await test.send('/workflows/push.yml/dispatches', { ref: 'main' }),
    ).toMatchObject({
      status: 422,
      body: { message: "Workflow does not have 'workflow_dispatch' trigger" },
    });
    await test.send('/workflows/ci.yml/disable', undefined, 'PUT');
    expect(await dispatch(body)).toMatchObject({
      status: 422,
      body: {
        message: "Cannot trigger a 'workflow_dispatch' on a disabled workflow",
      },
    });
    await test.send('/workflows/ci.yml/enable', undefined, 'PUT');
    expect((await dispatch(body)).status).toBe(204);
  });

  it('needs somebody who may push', async () => {
    await test.commit({ [FILE]: BY_HAND });
    const route = 'POST /repos/acme/shop/actions/workflows/ci.yml/dispatches';
    const body = { ref: 'main', inputs: { level: 'low' } };
    expect((await test.call(route, { body })).status).toBe(401);
    expect((await test.call(route, { as: 'oscar', body })).status).toBe(403);
    expect((await test.call(route, { as: 'mel', body })).status).toBe(204);
  });
});
