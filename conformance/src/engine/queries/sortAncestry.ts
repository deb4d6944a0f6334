import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';

/** Sorts the items of an ancestry and their parents: the order is that in which the database happens to return them. */
export function sortAncestry(answer: any): unknown {
  const { body } = answer;
  if (!body?.rootEntityRef || !Array.isArray(body.items)) {
    return answer;
  }
  const items: { entity: Entity; parentEntityRefs: string[] }[] = body.items;
  return {
    ...answer,
    body: {
      ...body,
      items: items
        .map(item => ({
          ...item,
          parentEntityRefs: [...item.parentEntityRefs].sort(),
        }))
        .sort((a, b) =>
          stringifyEntityRef(a.entity) < stringifyEntityRef(b.entity) ? -1 : 1,
        ),
    },
  };
}
