import type { contractAnswers } from './contractAnswers';

type Answers = Awaited<ReturnType<typeof contractAnswers>>;

/** Ours answers what stock's broker answers, but for what is better. */
export function expectContract(options: { stock: Answers; ours: Answers }) {
  const { stock, ours } = options;

  expect(Object.keys(ours.answers)).toHaveLength(22);
  for (const { answers } of [stock, ours]) {
    const events = answers['GET /v2/tasks/BAD/events'];
    events.body = withoutFailure(events.body);
  }
  expect(ours.answers).toEqual(stock.answers);
  expect(stock.ends.slowEnd).toBe('failed');
  // A run that somebody has cancelled is not one that failed.
  expect(ours.ends).toEqual({ ...stock.ends, slowEnd: 'cancelled' });

  // No stack, but what it comes down to.
  expect(messages(stock.badEvents)).toContainEqual(
    expect.stringMatching(/^Error: it does not work\n +at /),
  );
  expect(messages(ours.badEvents).join('\n')).not.toContain('    at ');
  expect(withoutFailure(ours.badEvents)).toEqual(
    withoutFailure(stock.badEvents),
  );
  expect(types(ours.slowEvents)).toEqual(types(stock.slowEvents));
  expect(ours.published.map(shapeOf)).toEqual(stock.published.map(shapeOf));
}

function messages(events: any[]) {
  return events.map(({ body }) => body.message);
}

function types(events: any[]) {
  return events.map(({ type }) => type);
}

function withoutFailure(events: any[]) {
  return events.map(event =>
    event.body.status === 'failed' || event.type === 'completion'
      ? { ...event, body: { ...event.body, message: '', cause: undefined } }
      : event,
  );
}

/** Which keys there are, and the status but for a cancelled run's. */
function shapeOf({ status, ...payload }: any) {
  return {
    keys: Object.keys(payload)
      .filter(key => key !== 'state')
      .sort(),
    status: status === 'cancelled' ? 'failed' : status,
  };
}
