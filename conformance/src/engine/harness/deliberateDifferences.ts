import { isDeepStrictEqual } from 'node:util';
import { isLimited } from '../permissions/callers';
import type { Question } from './ask';
import type { DatabaseName } from './databases';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where the answers of stock and of Callboard differ, both in canonical form. */
export type Finding = {
  database: DatabaseName;
  /** What was asked; left out where the states after a sequence differ. */
  question?: Question;
  stock: any;
  callboard: any;
};

/** A difference that is meant. Listed in docs/catalog-engine.md. */
export type DeliberateDifference = {
  id: string;
  /** Why, in words that an upstream maintainer would accept. */
  reason: string;
  recognises(finding: Finding): boolean;
};

/**
 * At most 15. None of them is in what is visible, counted or permitted, but for the locations of entities that a condition hides. Any other
 * difference fails the tests.
 */
export const deliberateDifferences: DeliberateDifference[] = [
  {
    id: 'cursor-of-default-order',
    reason:
      'With `orderField=NAME` and no direction, stock leaves the direction out of its cursors, and then refuses them as malformed. Callboard writes `asc`, which is what both sort by, so that the pages can be followed.',
    recognises: ({ stock, callboard }) =>
      isDeepStrictEqual(withDefaultOrder(stock), callboard),
  },
  {
    id: 'values-that-the-database-refuses',
    reason:
      'A NUL character, a location id that is no UUID, or a negative limit or offset makes the database of stock, or itself, fail: it answers 500 with a log id, or closes the connection. Callboard does not ask the database, and answers what is true: nothing found, or a bad request.',
    recognises: ({ question, stock, callboard }) =>
      question !== undefined &&
      asksForTheImpossible(question) &&
      (stock.status === 500 || stock.status === 0 || stock.body === '') &&
      (isNegativePage(question.body)
        ? callboard.status === 400
        : [200, 400, 404, 409].includes(callboard.status)),
  },
  {
    id: 'bad-filter-of-an-empty-page',
    reason:
      'With `limit: 0` and without a total, stock never looks at the filter, and so answers an empty page to one that it refuses otherwise. Callboard refuses it always.',
    recognises: ({ question, stock, callboard }) => {
      const { limit, totalItems, cursor } = (question?.body ?? {}) as {
        limit?: number;
        totalItems?: string;
        cursor?: string;
      };
      return (
        limit === 0 &&
        (totalItems === 'exclude' || cursor !== undefined) &&
        stock.status === 200 &&
        stock.body.items.length === 0 &&
        callboard.status === 400
      );
    },
  },
  {
    id: 'locations-of-hidden-entities',
    reason:
      'Conditions on entities do not reach the locations of stock: a caller from whom an entity is hidden is told by its location that it exists and where it comes from. Callboard hides from callers with a condition the locations whose entities are hidden from them.',
    recognises: ({ question, stock, callboard }) =>
      question !== undefined &&
      question.path.startsWith('/locations') &&
      isLimited(question.headers) &&
      showsLessLocations(stock, callboard),
  },
];

/** Whether the second answer about locations is the first without some that there are. */
function showsLessLocations(stock: any, callboard: any): boolean {
  if (callboard.status === 404) return [200, 404].includes(stock.status);
  if (stock.status !== 200 || callboard.status !== 200) return false;
  if (Array.isArray(stock.body)) {
    return callboard.body.every((shown: unknown) =>
      stock.body.some((each: unknown) => isDeepStrictEqual(each, shown)),
    );
  }
  // What is on a page depends on what comes before it; the total does not.
  return callboard.body.totalItems < stock.body.totalItems;
}

/** The answer as if the cursors in it named the direction that they mean. */
function withDefaultOrder(answer: any): unknown {
  const { pageInfo } = answer.body ?? {};
  if (!pageInfo) {
    return answer;
  }
  const complete = (cursor: any) =>
    // Cursors of locations have no order.
    cursor?.orderFields
      ? {
          ...cursor,
          orderFields: cursor.orderFields.map((field: object) => ({
            order: 'asc',
            ...field,
          })),
        }
      : cursor;
  const { nextCursor, prevCursor } = pageInfo;
  return {
    ...answer,
    body: {
      ...answer.body,
      pageInfo: {
        ...(nextCursor && { nextCursor: complete(nextCursor) }),
        ...(prevCursor && { prevCursor: complete(prevCursor) }),
      },
    },
  };
}

function asksForTheImpossible({ path, body }: Question): boolean {
  const { cursor } = (body ?? {}) as { cursor?: string };
  const isLocation = /^\/locations\/(?!by-)([^/?]+)$/.exec(path);
  return (
    path.includes('%00') ||
    JSON.stringify(body ?? null).includes('\\u0000') ||
    (isLocation !== null && !UUID.test(isLocation[1])) ||
    (path === '/locations/by-query' && cursor !== undefined) ||
    isNegativePage(body)
  );
}

function isNegativePage(body: Question['body']): boolean {
  const { limit = 0, offset = 0 } = (body ?? {}) as {
    limit?: number;
    offset?: number;
  };
  return limit < 0 || offset < 0;
}

/** The deliberate difference that explains a finding. */
export function explain(finding: Finding): DeliberateDifference | undefined {
  return deliberateDifferences.find(difference =>
    difference.recognises(finding),
  );
}
