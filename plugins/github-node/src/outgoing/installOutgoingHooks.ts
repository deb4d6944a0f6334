import http from 'node:http';
import { createGraphqlMeter } from './createGraphqlMeter';
import { guarded } from './guarded';
import { hookNodeHttp } from './hookNodeHttp';
import { hookUndici } from './hookUndici';
import type { OutgoingSink } from './Outgoing';
import { shareHook, type Watch } from './shareHook';
import { watchRequest } from './watchRequest';

let installed = 0;

/**
 * From now on each request of this process to one of the GitHubs waits for the budget, if it goes to an API, and shows in the trace, whoever
 * sends it and however. Requests to other hosts are left alone. Returns how to stop; several may be installed, and each sees all.
 */
export function installOutgoingHooks(sink: OutgoingSink): () => void {
  const meter = createGraphqlMeter();
  const watch: Watch = request => {
    const watched = watchRequest({ sink, request, meter });
    return watched ? [guarded(watched)] : [];
  };
  const stops = [
    shareHook({ on: http.Agent, name: 'http', hook: hookNodeHttp, watch }),
    shareHook({ on: globalThis, name: 'undici', hook: hookUndici, watch }),
  ];
  installed += 1;
  let isStopped = false;
  return () => {
    if (isStopped) return;
    isStopped = true;
    installed -= 1;
    stops.forEach(stop => stop());
  };
}

/** Whether anybody watches. */
export function hasOutgoingHooks(): boolean {
  return installed > 0;
}
