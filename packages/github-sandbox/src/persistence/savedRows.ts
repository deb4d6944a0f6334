import type { Delivery, State } from '../core/state';

/** Deliveries hold whole payloads, and are many; after a restart the last ones of each hook are enough. */
const DELIVERIES_PER_HOOK = 50;

/** The rows of each table that are written to disk: all, but of deliveries the newest. */
export function savedRows(state: State): { [Name in keyof State]: unknown[] } {
  const tables = Object.fromEntries(
    Object.entries(state).map(([name, table]) => [name, table.all()]),
  ) as { [Name in keyof State]: unknown[] };
  return { ...tables, deliveries: newestOfEachHook(state.deliveries.all()) };
}

/** Rows are in the order in which they were made. */
function newestOfEachHook(deliveries: Delivery[]): Delivery[] {
  const counts = new Map<string, number>();
  return deliveries
    .reverse()
    .filter(({ hook }) => {
      const key = `${hook.kind}:${hook.id}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= DELIVERIES_PER_HOOK;
    })
    .reverse();
}
