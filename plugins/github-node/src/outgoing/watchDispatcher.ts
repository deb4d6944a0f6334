import type { Dispatcher } from 'undici';
import type { OutgoingRequest, WatchedRequest } from './Outgoing';
import { watchHandler, type Handler } from './watchHandler';

/** Under which a watched dispatcher names the one behind it; shared by all copies of this module. */
const BEHIND = Symbol.for('callboard.github.dispatcherBehind');

/** The dispatcher behind a watched one; undefined for others. */
export function dispatcherBehind(dispatcher: unknown): Dispatcher | undefined {
  return (dispatcher as { [BEHIND]?: Dispatcher } | undefined)?.[BEHIND];
}

/** A dispatcher that lets `watch` see each request; like one made by `compose`, the same as the one behind it in everything else. */
export function watchDispatcher(options: {
  dispatcher: Dispatcher;
  watch(request: OutgoingRequest): WatchedRequest[];
}): Dispatcher {
  const { dispatcher, watch } = options;

  function dispatch(request: Dispatcher.DispatchOptions, given: unknown) {
    const handler = given as Handler;
    const send = (to: Handler) =>
      dispatcher.dispatch(request, to as Dispatcher.DispatchHandler);
    const described = describe(request);
    const watched = described ? watch(described) : [];
    if (watched.length === 0) return send(handler);

    const { outer, signal, begin, fail } = watchHandler({ handler, watched });
    const budgeted = watched.filter(({ isBudgeted }) => isBudgeted);
    if (budgeted.length === 0) return send(outer);
    begin();
    const admitted = (async () => {
      for (const one of budgeted) await one.admit(signal);
    })();
    admitted.then(
      () => {
        try {
          signal.throwIfAborted();
          send(outer);
        } catch (error) {
          watched.forEach(one => one.failed(error));
          fail(error);
        }
      },
      error => {
        // Another budget may have granted it.
        watched.forEach(one => one.failed(error));
        fail(error);
      },
    );
    return true;
  }

  return new Proxy(dispatcher, {
    get(target, name) {
      if (name === 'dispatch') return dispatch;
      if (name === BEHIND) return dispatcher;
      const value = Reflect.get(target, name, target);
      // `request`, `stream` and the like are to come by `dispatch`; these touch what a proxy has not.
      return name === 'close' || name === 'destroy'
        ? value.bind(target)
        : value;
    },
  });
}

function describe(
  request: Dispatcher.DispatchOptions,
): OutgoingRequest | undefined {
  const { origin, path, method, headers } = request;
  if (!origin) return undefined;
  return {
    host: (typeof origin === 'string' ? new URL(origin) : origin).host,
    method,
    path,
    get authorization() {
      return authorizationOf(headers);
    },
  };
}

/** Headers come as an object, as names and values in turn, or as pairs. */
function authorizationOf(
  headers: Dispatcher.DispatchOptions['headers'],
): string | undefined {
  const isName = (name: unknown) =>
    String(name).toLowerCase() === 'authorization';
  if (!headers) return undefined;
  const list = listOf(headers);
  if (Array.isArray(list[0])) {
    const pair = (list as Array<[unknown, unknown]>).find(([name]) =>
      isName(name),
    );
    return pair && String(pair[1]);
  }
  for (let at = 0; at + 1 < list.length; at += 2) {
    if (isName(list[at])) return String(list[at + 1]);
  }
  return undefined;
}

function listOf(headers: object): unknown[] {
  if (Array.isArray(headers)) return headers;
  return Symbol.iterator in headers
    ? [...(headers as Iterable<unknown>)]
    : Object.entries(headers);
}
