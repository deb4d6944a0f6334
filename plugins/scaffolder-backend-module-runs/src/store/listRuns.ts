import type {
  SerializedTask,
  TaskBroker,
} from '@backstage/plugin-scaffolder-node';
import type { Knex } from 'knex';
import { permissionFilter } from './permissionFilter';
import type { TaskRow } from './rows';
import { toIso } from './sqlTime';

/** What can be asked of the list: stock's filters, order, page, and what the caller may read. */
export type RunQuery = Parameters<TaskBroker['list']>[0];

/** Runs with their number; without secrets and state. */
export async function listRuns(options: {
  knex: Knex;
  query?: RunQuery;
}): Promise<{ tasks: SerializedTask[]; totalTasks: number }> {
  const { knex } = options;
  const { pagination, order, filters, permissionFilters } = options.query ?? {};
  const found = knex<TaskRow>('tasks');
  const creators = listOf(filters?.createdBy);
  if (creators.length > 0) found.whereIn('created_by', creators);
  if (permissionFilters) {
    permissionFilter({ query: found, criteria: permissionFilters });
  }
  const statuses = listOf(filters?.status);
  if (filters?.status && filters.status.length > 0) {
    found.whereIn('status', [...new Set(statuses)]);
  }
  const counted = found.clone().count('tasks.id', { as: 'count' });
  if (order) {
    for (const each of order) found.orderBy(each.field, each.order);
  } else {
    found.orderBy('created_at', 'desc');
  }
  if (pagination?.limit !== undefined) found.limit(pagination.limit);
  if (pagination?.offset !== undefined) found.offset(pagination.offset);
  const rows = await found.select(
    'id',
    'spec',
    'status',
    'created_by',
    'last_heartbeat_at',
    'created_at',
  );
  const [{ count }] = (await counted) as unknown as { count: unknown }[];
  return { tasks: rows.map(toSerializedTask), totalTasks: Number(count) };
}

/** A row as stock's API gives it, without secrets and state. */
export function toSerializedTask(
  row: Omit<TaskRow, 'workspace' | 'secrets' | 'state'>,
): SerializedTask {
  return {
    id: row.id,
    spec: JSON.parse(row.spec),
    status: row.status,
    createdBy: row.created_by ?? undefined,
    // Stock gives null for a run that nobody has claimed yet.
    lastHeartbeatAt: isNone(row.last_heartbeat_at)
      ? (row.last_heartbeat_at as any)
      : toIso(row.last_heartbeat_at),
    createdAt: toIso(row.created_at),
  };
}

function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function listOf<T>(value: T | T[] | undefined): T[] {
  return [value ?? []].flat().filter(Boolean) as T[];
}
