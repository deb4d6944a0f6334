import { readSyncOutcome } from './readSyncOutcome';

const event = (name: string, data: unknown) =>
  `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

describe('readSyncOutcome', () => {
  it.each([
    [event('finish', { updated: true }), { status: 'built' }],
    [event('finish', { updated: false }), { status: 'unchanged' }],
    [
      event('error', 'no mkdocs.yml'),
      { status: 'failed', reason: 'no mkdocs.yml' },
    ],
  ])('understands %j after a log', (last, outcome) => {
    const log = event('log', 'Step 1') + event('log', 'event: error');
    expect(readSyncOutcome(log + last)).toEqual(outcome);
  });

  it('takes a stream without an end for a failure', () => {
    expect(readSyncOutcome(event('log', 'Step 1'))).toEqual({
      status: 'failed',
      reason: 'the build was cut short',
    });
  });
});
