import { act, renderHook, waitFor } from '@testing-library/react';
import { usePolled } from './usePolled';

const EVERY_MS = 15_000;

function setHidden(isHidden: boolean) {
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    value: isHidden,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('usePolled', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    setHidden(false);
    jest.useRealTimers();
  });

  const settle = () => act(async () => {});
  const pass = (ms: number) =>
    act(async () => {
      await jest.advanceTimersByTimeAsync(ms);
    });

  function poll(load: () => Promise<unknown>) {
    return renderHook(
      ({ key, isPaused }: { key?: string; isPaused?: boolean }) =>
        usePolled({ key, load, everyMs: EVERY_MS, isPaused }),
      { initialProps: { key: 'a' } as { key?: string; isPaused?: boolean } },
    );
  }

  it('asks again and again, and keeps what it has when that fails', async () => {
    let turn = 0;
    const load = jest.fn(async () => {
      turn += 1;
      if (turn === 2) throw new Error('away');
      return turn;
    });
    const { result } = poll(load);
    expect(result.current.polled).toEqual({ state: 'loading' });
    await settle();
    expect(result.current.polled).toMatchObject({ state: 'ready', value: 1 });
    await pass(EVERY_MS);
    expect(result.current.polled).toMatchObject({
      state: 'ready',
      value: 1,
      outdated: { message: 'away' },
    });
    await pass(EVERY_MS);
    expect(result.current.polled).toEqual({
      state: 'ready',
      value: 3,
      outdated: undefined,
    });
  });

  it('asks nothing while the page cannot be seen, and at once when it comes back', async () => {
    const load = jest.fn(async () => 'value');
    poll(load);
    await settle();
    setHidden(true);
    await pass(4 * EVERY_MS);
    expect(load).toHaveBeenCalledTimes(1);
    await act(async () => setHidden(false));
    expect(load).toHaveBeenCalledTimes(2);
    await pass(EVERY_MS);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('does not ask while it is paused, not even once more', async () => {
    const load = jest.fn(async () => 'value');
    const { rerender } = poll(load);
    await settle();
    rerender({ key: 'a', isPaused: true });
    await pass(3 * EVERY_MS);
    expect(load).toHaveBeenCalledTimes(1);
    rerender({ key: 'a', isPaused: false });
    await settle();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('forgets an answer that came for another key', async () => {
    const answers = new Map<string, (value: string) => void>();
    let key = 'a';
    const { result, rerender } = poll(
      () => new Promise(resolve => answers.set(key, resolve)),
    );
    key = 'b';
    rerender({ key });
    answers.get('a')!('late');
    await settle();
    expect(result.current.polled).toEqual({ state: 'loading' });
    answers.get('b')!('right');
    await waitFor(() =>
      expect(result.current.polled).toMatchObject({ value: 'right' }),
    );
  });

  it('asks for nothing without a key, nor after it is gone', async () => {
    const load = jest.fn(async () => 'value');
    const { rerender, unmount } = poll(load);
    await settle();
    rerender({});
    await pass(2 * EVERY_MS);
    unmount();
    await pass(2 * EVERY_MS);
    expect(load).toHaveBeenCalledTimes(1);
  });
});
