import type { Observable, Observer, Subscription } from '@backstage/types';

/** An observable that begins anew for each subscriber. `subscribe` returns what ends it; nothing is passed on after that, or after an error. */
export function createObservable<T>(
  subscribe: (observer: {
    next(value: T): void;
    error(error: Error): void;
  }) => () => void,
): Observable<T> {
  const observable: Observable<T> = {
    [Symbol.observable]: () => observable,
    subscribe(
      first?: Observer<T> | ((value: T) => void),
      onError?: (error: Error) => void,
    ): Subscription {
      const observer: Observer<T> =
        typeof first === 'function'
          ? { next: first, error: onError }
          : first ?? {};
      let isClosed = false;
      const end = subscribe({
        next: value => {
          if (!isClosed) observer.next?.(value);
        },
        error(error) {
          if (isClosed) return;
          isClosed = true;
          observer.error?.(error);
        },
      });
      return {
        get closed() {
          return isClosed;
        },
        unsubscribe() {
          if (isClosed) return;
          isClosed = true;
          end();
        },
      };
    },
  };
  return observable;
}
