/** By creation, or by the last change where the query says so; the newest first, unless it says otherwise. */
export function sortAlerts<
  Alert extends { id: number; createdAt: string; updatedAt: string },
>(options: { alerts: Alert[]; query: URLSearchParams }): Alert[] {
  const { alerts, query } = options;
  const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  return [...alerts].sort(
    (a, b) => sign * (a[key].localeCompare(b[key]) || a.id - b.id),
  );
}
