import {
  getGlobalDispatcher,
  setGlobalDispatcher,
  type Dispatcher,
} from 'undici';
import type { OutgoingRequest, WatchedRequest } from './Outgoing';
import { dispatcherBehind, watchDispatcher } from './watchDispatcher';

/**
 * Watches what is sent with the global fetch and with undici's functions. Returns how to stop.
 *
 * At the global dispatcher and not at `fetch` alone, since each hop of a redirect is a request to it, bodies do not pass through it, and
 * code that took `fetch` before, or undici's own, ends there too. `fetch` hands the dispatcher over besides: for the sake of code that
 * replaces the global one later, as proxies are often set up, and of code that names one for its request.
 */
export function hookUndici(
  watch: (request: OutgoingRequest) => WatchedRequest[],
): () => void {
  const watchedOnes = new WeakMap<Dispatcher, Dispatcher>();
  function watched(dispatcher: Dispatcher): Dispatcher {
    if (dispatcherBehind(dispatcher)) return dispatcher;
    const known =
      watchedOnes.get(dispatcher) ?? watchDispatcher({ dispatcher, watch });
    watchedOnes.set(dispatcher, known);
    return known;
  }

  const before = getGlobalDispatcher();
  const mine = watched(before);
  setGlobalDispatcher(mine);

  const { fetch } = globalThis;
  // Elsewhere, as under `backstage-cli package test`, fetch has a global dispatcher that cannot be reached from here.
  const isOfThisRealm = fetch instanceof Function;
  type Init = RequestInit & { dispatcher?: Dispatcher };
  const watchedFetch: typeof globalThis.fetch = (input, init?: Init) => {
    const current = getGlobalDispatcher();
    if (!init?.dispatcher && isOfThisRealm && dispatcherBehind(current)) {
      return fetch(input, init);
    }
    return fetch(input, {
      ...init,
      dispatcher: watched(init?.dispatcher ?? current),
    } as RequestInit);
  };
  globalThis.fetch = watchedFetch;

  return () => {
    // Where others have put theirs on top, they stay; ours then has nobody to tell.
    if (globalThis.fetch === watchedFetch) globalThis.fetch = fetch;
    if (getGlobalDispatcher() === mine) setGlobalDispatcher(before);
  };
}
