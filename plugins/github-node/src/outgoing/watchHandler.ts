import type { WatchedRequest } from './Outgoing';

/** undici's handlers, of both of its interfaces; methods that are missing matter to it. */
export type Handler = Record<string, ((...args: any[]) => any) | undefined>;

/** undici's handle on a request under way. */
interface Controller {
  abort(reason?: unknown): void;
  pause(): void;
  resume(): void;
  paused: boolean;
  aborted: boolean;
  reason: unknown;
  rawHeaders?: unknown;
  rawTrailers?: unknown;
}

const OLD = [
  'onConnect',
  'onUpgrade',
  'onResponseStarted',
  'onHeaders',
  'onData',
  'onComplete',
  'onError',
  'onBodySent',
  'onRequestSent',
];
const NEW = [
  'onRequestStart',
  'onRequestUpgrade',
  'onResponseStart',
  'onResponseData',
  'onResponseEnd',
  'onResponseError',
];

/**
 * A handler for a request that may have to wait: the one behind it can abort from the beginning, and notices nothing else. It goes to
 * undici in `outer`. `begin` before waiting, `fail` when nothing is sent.
 */
export function watchHandler(options: {
  handler: Handler;
  watched: WatchedRequest[];
}) {
  const { handler, watched } = options;
  const cancelled = new AbortController();
  let abortOfUndici: ((reason?: unknown) => void) | undefined;
  let controllerOfUndici: Controller | undefined;
  let isBegun = false;
  const isNew = typeof handler.onRequestStart === 'function';

  function abort(reason?: unknown) {
    if (abortOfUndici) abortOfUndici(reason);
    else if (controllerOfUndici) controllerOfUndici.abort(reason);
    else cancelled.abort(reason);
  }
  /** Stands for undici's, which is there only when the request leaves. */
  const controller: Controller = {
    abort,
    pause: () => controllerOfUndici?.pause(),
    resume: () => controllerOfUndici?.resume(),
    get paused() {
      return controllerOfUndici?.paused ?? false;
    },
    get aborted() {
      return controllerOfUndici?.aborted ?? cancelled.signal.aborted;
    },
    get reason() {
      return controllerOfUndici?.reason ?? cancelled.signal.reason ?? null;
    },
    get rawHeaders() {
      return controllerOfUndici?.rawHeaders;
    },
    get rawTrailers() {
      return controllerOfUndici?.rawTrailers;
    },
  };

  const before: Record<string, (...args: any[]) => void> = {
    onHeaders: (status: number, headers: Buffer[]) =>
      answered(status, name => ofList(headers, name)),
    onResponseStart: (_: unknown, status: number, headers: object) =>
      answered(status, name => ofObject(headers, name)),
    onError: failed,
    onResponseError: (_: unknown, error: unknown) => failed(error),
  };
  function answered(
    status: number,
    header: (name: string) => string | undefined,
  ) {
    if (status >= 200) watched.forEach(one => one.answered({ status, header }));
  }
  function failed(error: unknown) {
    watched.forEach(one => one.failed(error));
  }

  const wrap =
    (name: string) =>
    (...args: any[]) => {
      before[name]?.(...args);
      if (!NEW.includes(name)) return handler[name]!(...args);
      const [given, ...rest] = args;
      controllerOfUndici = given ?? controllerOfUndici;
      return handler[name]!(controller, ...rest);
    };
  const outer: Handler = Object.fromEntries(
    [...OLD, ...NEW]
      .filter(name => typeof handler[name] === 'function')
      .map(name => [name, wrap(name)]),
  );
  const { onConnect, onRequestStart } = outer;
  if (onConnect) {
    outer.onConnect = (given, context) => {
      abortOfUndici = given;
      // Again, where undici tries again by itself.
      if (!isBegun) handler.onConnect!(abort, context);
      isBegun = false;
    };
  }
  if (onRequestStart) {
    outer.onRequestStart = (given, context) => {
      controllerOfUndici = given;
      if (!isBegun) handler.onRequestStart!(controller, context);
      isBegun = false;
    };
  }

  return {
    outer,
    /** Aborted when the one behind it gives up while it waits. */
    signal: cancelled.signal,
    begin(): void {
      isBegun = true;
      if (isNew) handler.onRequestStart!(controller, undefined);
      else handler.onConnect?.(abort, null);
    },
    fail(error: unknown): void {
      if (isNew) handler.onResponseError?.(controller, error);
      else handler.onError?.(error);
    },
  };
}

function ofObject(headers: object, name: string): string | undefined {
  const value = (headers as Record<string, string | string[] | undefined>)[
    name
  ];
  return Array.isArray(value) ? value[0] : value;
}

/** Of names and values in turn, as bytes. */
function ofList(headers: unknown[], name: string): string | undefined {
  for (let at = 0; at + 1 < headers.length; at += 2) {
    if (String(headers[at]).toLowerCase() === name) {
      const value = headers[at + 1];
      return String(Array.isArray(value) ? value[0] : value);
    }
  }
  return undefined;
}
