import type { OutgoingRequest, WatchedRequest } from './Outgoing';

export type Watch = (request: OutgoingRequest) => WatchedRequest[];

/**
 * Hooks in once for all who watch, and out with the last of them. What there is to hook is kept with the thing that is hooked, so that
 * several copies of this package do not see a request twice.
 */
export function shareHook(options: {
  on: object;
  name: string;
  hook(watch: Watch): () => void;
  watch: Watch;
}): () => void {
  const { hook, watch } = options;
  const key = Symbol.for(`callboard.github.${options.name}`);
  const on = options.on as Record<
    symbol,
    { watchers: Set<Watch>; unhook: () => void } | undefined
  >;
  let shared = on[key];
  if (!shared) {
    const watchers = new Set<Watch>();
    shared = {
      watchers,
      unhook: hook(request => [...watchers].flatMap(one => one(request))),
    };
    on[key] = shared;
  }
  const { watchers, unhook } = shared;
  // One of its own, since the same function may be given twice.
  const own: Watch = request => watch(request);
  watchers.add(own);
  return () => {
    if (watchers.delete(own) && watchers.size === 0) {
      unhook();
      delete on[key];
    }
  };
}
