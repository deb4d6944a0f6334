import { startReceiver } from '../__testUtils__/startReceiver';
import { readOpenApi } from '../../testing/published/readOpenApi';
import { startTestSandbox } from '../../testing/startTestSandbox';

jest.setTimeout(120_000);

const WORKFLOW = `
name: CI
on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: echo built
  check:
    runs-on: ubuntu-latest
    needs: build
    steps:
      - run: exit 1
`;

it('tells all that follows from a push, as GitHub describes it', async () => {
  const openApi = await readOpenApi();
  const sandbox = await startTestSandbox();
  const receiver = await startReceiver();
  await sandbox.call('POST /repos/acme/shop/hooks', {
    as: 'olivia',
    body: {
      events: ['*'],
      config: { url: receiver.url, content_type: 'json' },
    },
  });
  await sandbox.call('PUT /repos/acme/shop/contents/.github/workflows/ci.yml', {
    as: 'olivia',
    body: {
      message: 'Check every push',
      content: Buffer.from(WORKFLOW).toString('base64'),
    },
  });
  await sandbox.sandbox.settled();
  await sandbox.stop();
  await receiver.stop();

  const told = receiver.received.map(({ headers, payload }) => {
    const event = headers['x-github-event'];
    const { action } = payload;
    return {
      name: action ? `${event} ${action}` : event,
      conclusion: payload[event]?.conclusion,
      problems: openApi.checkWebhook({ event, action, payload }),
    };
  });
  expect(told.filter(({ problems }) => problems.length > 0)).toEqual([]);
  const names = told.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'push',
      'workflow_run requested',
      'workflow_run in_progress',
      'workflow_run completed',
      'workflow_job queued',
      'workflow_job completed',
      'check_run completed',
      'check_suite completed',
    ]),
  );
  expect(told).toContainEqual(
    expect.objectContaining({
      name: 'workflow_run completed',
      conclusion: 'failure',
    }),
  );
});
