import { mockServices } from '@backstage/backend-test-utils';
import { observeKeys } from './observeKeys';

function open() {
  let time = 0;
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => event),
  });
  const store = { keepUses: jest.fn(async () => {}) };
  const observer = observeKeys({
    ...{ auditor, store, logger: mockServices.logger.mock() },
    now: () => new Date(time),
  });
  return {
    ...{ auditor, event, observer, store },
    later: (ms: number) => {
      time += ms;
    },
  };
}

it('records a refusal once a minute for each key and reason', async () => {
  const { auditor, observer, later } = open();
  observer.refused({ id: 'a', reason: 'revoked' });
  observer.refused({ id: 'a', reason: 'revoked' });
  observer.refused({ id: 'a', reason: 'expired' });
  observer.refused({ id: 'b', reason: 'revoked' });
  later(60_000);
  observer.refused({ id: 'a', reason: 'revoked' });
  expect(
    auditor.createEvent.mock.calls.map(([{ eventId, meta }]) => [
      eventId,
      meta,
    ]),
  ).toEqual([
    ['key-refused', { keyId: 'a', reason: 'revoked' }],
    ['key-refused', { keyId: 'a', reason: 'expired' }],
    ['key-refused', { keyId: 'b', reason: 'revoked' }],
    ['key-refused', { keyId: 'a', reason: 'revoked' }],
  ]);
});

it('writes the last use of each key, and keeps what could not be written', async () => {
  const { observer, store } = open();
  await observer.flush();
  expect(store.keepUses).not.toHaveBeenCalled();
  const at = (ms: number) => new Date(ms);
  observer.used({ id: 'a', at: at(1) });
  observer.used({ id: 'a', at: at(2) });
  observer.used({ id: 'b', at: at(3) });
  store.keepUses.mockRejectedValueOnce(new Error('no database'));
  await observer.flush();
  observer.used({ id: 'b', at: at(4) });
  await observer.flush();
  await observer.flush();
  expect(store.keepUses).toHaveBeenCalledTimes(2);
  expect(store.keepUses).toHaveBeenLastCalledWith([
    { id: 'a', at: at(2) },
    { id: 'b', at: at(4) },
  ]);
});
