import type { EntityIndex } from '../index/EntityIndex';
import type { EntitiesRequest } from './EntitiesCatalog';
import { evaluateFilter } from './evaluateFilter';
import { parsePagination, stringifyPagination } from './legacyPagination';
import { listByValue } from './listByValue';
import { listByValues } from './listByValues';
import { pickInOrder } from './pickInOrder';

export type LegacyPage = {
  slots: number[];
  pageInfo: { hasNextPage: false } | { hasNextPage: true; endCursor: string };
};

type ListOptions = {
  index: EntityIndex;
  filter?: EntitiesRequest['filter'];
  most: number;
};

/** Answers the older list but for the bodies. Throws `InputError` when the filter or the cursor makes no sense. */
export function listLegacy(options: {
  index: EntityIndex;
  request: EntitiesRequest;
}): LegacyPage {
  const { index, request } = options;
  const { filter, order } = request;
  const { limit, offset = 0 } = parsePagination(request.pagination);
  const most = limit === undefined ? Infinity : offset + limit + 1;
  const slots = listAll({ index, filter, order, most }).slice(offset);
  if (limit === undefined || slots.length <= limit)
    return { slots, pageInfo: { hasNextPage: false } };
  return {
    slots: slots.slice(0, limit),
    pageInfo: {
      hasNextPage: true,
      endCursor: stringifyPagination({ limit, offset: offset + limit }),
    },
  };
}

function listAll(
  options: ListOptions & { order: EntitiesRequest['order'] },
): number[] {
  const { index, filter, order, most } = options;
  const matches = filter ? evaluateFilter({ index, filter }) : index.all();
  const byText = { matches, descending: false, most };
  if (order === undefined)
    return pickInOrder({ ...byText, order: index.refOrder });
  if (order.length === 0)
    return pickInOrder({ ...byText, order: index.idOrder });
  if (order.length > 1) return listByValues({ index, matches, order, most });

  // Those with a value, once for each value; then those without.
  const [{ field, order: direction }] = order;
  const column = index.column(field);
  if (!column) return pickInOrder({ ...byText, order: index.idOrder });
  const withValue = listByValue({
    index,
    column,
    matches,
    descending: direction === 'desc',
    idsDescending: false,
    most,
  }).map(row => row.slot);
  const withoutValue = pickInOrder({
    order: index.idOrder,
    matches: matches.andNot(column.presence.value),
    descending: false,
    most: most - withValue.length,
  });
  return withValue.concat(withoutValue);
}
