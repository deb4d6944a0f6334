import type { PropsWithChildren } from 'react';
import { storageApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { act, renderHook } from '@testing-library/react';
import { useStarredRefs } from './useStarredRefs';

function renderStarredRefs() {
  const stars = new MockStarredEntitiesApi();
  let tell = (_: { value?: string[] }) => {};
  const storageApi = {
    forBucket: () => ({
      snapshot: () => ({ presence: 'unknown' }),
      observe$: () => ({
        subscribe: (observer: { next: typeof tell }) => {
          tell = observer.next;
          return { unsubscribe() {} };
        },
      }),
    }),
  };
  const { result } = renderHook(() => useStarredRefs(), {
    wrapper: ({ children }: PropsWithChildren<{}>) => (
      <TestApiProvider
        apis={[
          [starredEntitiesApiRef, stars],
          [storageApiRef, storageApi as never],
        ]}
      >
        {children}
      </TestApiProvider>
    ),
  });
  return {
    result,
    stars,
    arrive: (value?: string[]) => act(() => tell({ value })),
  };
}

describe('useStarredRefs', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('does not take the first nothing for an answer', async () => {
    const { result, stars, arrive } = renderStarredRefs();
    expect(result.current).toBeUndefined();
    arrive(['component:default/b']);
    expect(result.current).toBeUndefined();
    await act(() => stars.toggleStarred('component:default/b'));
    await act(() => stars.toggleStarred('component:default/a'));
    expect(result.current).toEqual([
      'component:default/a',
      'component:default/b',
    ]);
  });

  it('knows of nothing when the settings have arrived without stars', () => {
    const { result, arrive } = renderStarredRefs();
    arrive(undefined);
    expect(result.current).toEqual([]);
  });

  it('gives up waiting for a storage that stays silent', () => {
    const { result } = renderStarredRefs();
    act(() => jest.advanceTimersByTime(1400));
    expect(result.current).toBeUndefined();
    act(() => jest.advanceTimersByTime(200));
    expect(result.current).toEqual([]);
  });
});
