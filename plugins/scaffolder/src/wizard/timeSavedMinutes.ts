import type { Entity } from '@backstage/catalog-model';

const PERIOD =
  /^P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** The minutes that a template says it saves, from `backstage.io/time-saved` (an ISO 8601 duration of weeks, days and times), for analytics. */
export function timeSavedMinutes(
  template: Entity | undefined,
): number | undefined {
  const text = template?.metadata.annotations?.['backstage.io/time-saved'];
  const parts = text && PERIOD.exec(text);
  if (!parts) return undefined;
  const [weeks, days, hours, minutes, seconds] = parts
    .slice(1)
    .map(part => Number(part ?? 0));
  return ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds / 60;
}
