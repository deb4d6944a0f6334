import type {
  ImportItem,
  ImportMode,
  ImportRun,
  ImportState,
} from '@callboard/plugin-github-common';

/** A row of `import_runs`. PostgreSQL gives a bigint as text. */
export interface RunRow {
  id: string;
  host: string;
  organisation: string;
  created_at: number | string;
  created_by: string;
  status: ImportRun['status'];
  status_reason: string | null;
  mode: ImportMode | null;
  active_key: string | null;
  paused_until: number | string | null;
  lease_owner: string | null;
  lease_until: number | string | null;
  read: number | null;
  expected: number | null;
}

/** A row of `import_items`. */
export interface ItemRow {
  run_id: string;
  repository: string;
  position: number;
  state: ImportState;
  item: string;
  selected: boolean | number;
  outcome: string | null;
}

/** How many items of a run there are, by state, whether they were chosen, and whether they are done. */
export interface CountRow {
  run_id: string;
  state: ImportState;
  selected: boolean | number;
  is_done: number | string;
  count: number | string;
}

/** A run as the routes answer it. */
export function toRun(options: {
  row: RunRow;
  counts: CountRow[];
  items?: ItemRow[];
}): ImportRun {
  const { row, counts, items = [] } = options;
  const sum = (accept: (count: CountRow) => boolean) =>
    counts.filter(accept).reduce((all, { count }) => all + Number(count), 0);
  const byState = (state: ImportState) => sum(count => count.state === state);
  const isPlanning = row.status === 'planning';
  return {
    id: row.id,
    host: row.host,
    organisation: row.organisation,
    createdAt: new Date(Number(row.created_at)).toISOString(),
    createdBy: row.created_by,
    ...(row.mode && { mode: row.mode }),
    status: row.status,
    ...(row.status_reason && { statusReason: row.status_reason }),
    ...(row.status === 'paused' &&
      row.paused_until !== null && {
        pausedUntil: new Date(Number(row.paused_until)).toISOString(),
      }),
    counts: {
      described: byState('described'),
      invalid: byState('invalid'),
      inferable: byState('inferable'),
      inferred: byState('inferred'),
      'left-out': byState('left-out'),
    },
    done: isPlanning
      ? row.read ?? 0
      : sum(count => Boolean(count.selected) && Number(count.is_done) === 1),
    total: isPlanning
      ? row.expected ?? 0
      : sum(count => Boolean(count.selected)),
    items: items.map(toItem),
  };
}

/** An item with what became of it. */
export function toItem(row: ItemRow): ImportItem {
  return {
    ...JSON.parse(row.item),
    ...(row.outcome && { outcome: JSON.parse(row.outcome) }),
  };
}
