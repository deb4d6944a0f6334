import { act, renderHook, waitFor } from '@testing-library/react';
import { useResource } from './useResource';

describe('useResource', () => {
  it('waits without a key, then loads', async () => {
    const source = {};
    const load = jest.fn(async () => 'value');
    const { result, rerender } = renderHook(
      (props: { key?: string }) =>
        useResource({ source, key: props.key, load }),
      { initialProps: {} },
    );
    expect(result.current).toEqual({ state: 'loading' });
    expect(load).not.toHaveBeenCalled();

    rerender({ key: 'k' });
    await waitFor(() =>
      expect(result.current).toEqual({ state: 'ready', value: 'value' }),
    );
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('fails with the cause, and loads again on demand', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(new Error('no answer'))
      .mockResolvedValueOnce('value');
    const source = {};
    const { result } = renderHook(() =>
      useResource({ source, key: 'k', load }),
    );
    await waitFor(() => expect(result.current.state).toBe('failed'));
    if (result.current.state !== 'failed') throw new Error('unreachable');
    expect(result.current.error.message).toBe('no answer');

    const { retry } = result.current;
    act(() => retry());
    expect(result.current.state).toBe('loading');
    await waitFor(() => expect(result.current.state).toBe('ready'));
  });

  it('shows what it had while it is renewed, and says when that fails', async () => {
    const source = {};
    const first = renderHook(() =>
      useResource({ source, key: 'k', load: async () => 'old' }),
    );
    await waitFor(() => expect(first.result.current.state).toBe('ready'));
    first.unmount();

    const again = renderHook(() =>
      useResource({
        source,
        key: 'k',
        load: async () => {
          throw new Error('no answer');
        },
      }),
    );
    expect(again.result.current).toEqual({ state: 'ready', value: 'old' });
    await waitFor(() =>
      expect(again.result.current).toMatchObject({
        state: 'ready',
        value: 'old',
        outdated: { retry: expect.any(Function) },
      }),
    );
  });

  it('remembers per source', async () => {
    const load = async () => 'secret of one person';
    const one = {};
    const first = renderHook(() =>
      useResource({ source: one, key: 'k', load }),
    );
    await waitFor(() => expect(first.result.current.state).toBe('ready'));

    const other = {};
    const { result } = renderHook(() =>
      useResource({
        source: other,
        key: 'k',
        load: () => new Promise(() => {}),
      }),
    );
    expect(result.current).toEqual({ state: 'loading' });
  });
});
