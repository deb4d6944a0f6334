import { useApi } from '@backstage/frontend-plugin-api';
import { type Polled, usePolled } from '@callboard/page-parts';
import type { TraceItem } from '@callboard/plugin-connections-common';
import { connectionsApiRef, type TraceQuery } from '../api/ConnectionsApi';

const EVERY_MS = 5_000;

/**
 * The last requests that fit the filter, newest first, read anew every few seconds unless that is paused. Each reading replaces the one
 * before: what was under way may have its answer by now, and a portal that was restarted counts from one again.
 */
export function useCalls(options: {
  filter: Pick<TraceQuery, 'host' | 'plugin' | 'credentialId'>;
  limit: number;
  isPaused: boolean;
}): { calls: Polled<TraceItem[]>; refresh: () => void } {
  const { filter, limit, isPaused } = options;
  const api = useApi(connectionsApiRef);
  const { polled, refresh } = usePolled({
    key: JSON.stringify(filter),
    everyMs: EVERY_MS,
    isPaused,
    load: async signal => (await api.trace({ ...filter, limit, signal })).items,
  });
  return { calls: polled, refresh };
}
