import { createPatientTimeout } from './createPatientTimeout';

type Opened = Parameters<
  ReturnType<typeof createPatientTimeout>['observer']['opened']
>;
const entry = [] as unknown as Opened;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('ends what nobody watches', () => {
  const { signal } = createPatientTimeout({ ms: 1_000 });
  jest.advanceTimersByTime(999);
  expect(signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
});

it('stands still while the budget holds a request back, over all hops', () => {
  const { signal, observer } = createPatientTimeout({ ms: 1_000 });
  observer.opened(...entry);
  jest.advanceTimersByTime(60_000);
  observer.left();
  jest.advanceTimersByTime(600);
  observer.opened(...entry);
  jest.advanceTimersByTime(60_000);
  observer.left();
  jest.advanceTimersByTime(399);
  expect(signal.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(signal.aborted).toBe(true);
});

it('leaves no timer behind', () => {
  const { observer, stop } = createPatientTimeout({ ms: 1_000 });
  observer.left();
  stop();
  expect(jest.getTimerCount()).toBe(0);
});
