import { isDeepStrictEqual } from 'node:util';
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

/** At most 15, none of them in what is visible, counted or permitted. Any other difference fails the tests. */
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
];

/** The answer as if the cursors in it named the direction that they mean. */
function withDefaultOrder(answer: any): unknown {
  const { pageInfo } = answer.body ?? {};
  if (!pageInfo) {
    return answer;
  }
  const complete = (cursor: any) =>
    cursor && {
      ...cursor,
      orderFields: cursor.orderFields.map((field: object) => ({
        order: 'asc',
        ...field,
      })),
    };
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
