import { inspectWithin } from './inspectWithin';

const input = {
  environment: {} as never,
  portal: {} as never,
  now: () => new Date(0),
};

it('gives up on what never ends', async () => {
  const rows = await inspectWithin({
    ...input,
    inspect: () => new Promise(() => {}),
    timeoutMs: 20,
  });
  expect(rows).toEqual([
    expect.objectContaining({
      id: 'checks-run',
      status: 'fail',
      cause: 'they did not end within 0.02 s',
    }),
  ]);
});
