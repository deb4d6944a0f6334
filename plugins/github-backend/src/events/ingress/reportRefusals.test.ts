import { mockServices } from '@backstage/backend-test-utils';
import { reportRefusals } from './reportRefusals';

it('writes each reason down once in ten seconds, with how many there were meanwhile', async () => {
  const auditor = mockServices.auditor.mock();
  const fail = jest.fn();
  auditor.createEvent.mockResolvedValue({ success: jest.fn(), fail });
  let at = 0;
  const report = reportRefusals({ auditor, now: () => new Date(at) });

  await report({ reason: 'one', event: 'push', deliveryId: 'a\nb' });
  await report({ reason: 'one' });
  await report({ reason: 'two', event: ['x'], deliveryId: 'y'.repeat(500) });
  await report({ reason: 'one' });
  at = 10_000;
  await report({ reason: 'one', event: 'push' });

  expect(auditor.createEvent.mock.calls.map(([event]) => event.meta)).toEqual([
    { event: 'push', deliveryId: 'a?b' },
    { event: null, deliveryId: 'y'.repeat(100) },
    { event: 'push', deliveryId: null, unreportedBefore: 2 },
  ]);
  expect(fail.mock.calls.map(([{ error }]) => error.message)).toEqual([
    'A webhook was refused: one',
    'A webhook was refused: two',
    'A webhook was refused: one',
  ]);
});
