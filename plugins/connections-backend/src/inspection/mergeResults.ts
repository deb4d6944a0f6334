import type { CheckResult } from '@callboard/plugin-connections-common';
import type { Check } from '../checks/Check';

const ON_DEMAND_KEPT_MS = 60 * 60 * 1000;

/**
 * Results of a run in the place of earlier ones of the same checks. A status keeps its `since`; what only a person starts stays for an
 * hour after it was run, since nothing runs it again by itself.
 */
export function mergeResults(options: {
  earlier: CheckResult[];
  fresh: CheckResult[];
  /** All checks, in the order of the results. */
  order: Check[];
  ran: Check[];
  now: Date;
}): CheckResult[] {
  const { earlier, fresh, order, ran, now } = options;
  const ranIds = new Set(ran.map(({ id }) => id));
  const onDemand = new Set(
    order.filter(check => check.onDemandOnly).map(({ id }) => id),
  );
  const before = new Map(earlier.map(result => [result.id, result]));

  const kept = earlier.filter(result => {
    const id = checkIdOf(result);
    if (ranIds.has(id) || !order.some(check => check.id === id)) return false;
    return (
      !onDemand.has(id) ||
      now.getTime() - Date.parse(result.since ?? '') < ON_DEMAND_KEPT_MS
    );
  });
  const dated = fresh.map(result => {
    const same = before.get(result.id);
    return {
      ...result,
      since:
        same?.status === result.status && !onDemand.has(checkIdOf(result))
          ? same.since
          : now.toISOString(),
    };
  });
  const places = new Map(order.map(({ id }, index) => [id, index]));
  const place = (result: CheckResult) => places.get(checkIdOf(result)) ?? -1;
  return [...kept, ...dated].sort((a, b) => place(a) - place(b));
}

/** The check of a result, from its id: the part before the subject. */
function checkIdOf({ id }: CheckResult): string {
  return id.split(/[:#]/)[0];
}
