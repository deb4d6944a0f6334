import type { Answer } from './Target';
import type { Scenario } from './scenarios';

/** What two servers with the same entities may rightly say differently: ids, and what is derived from them. */
const OF_ONE_SERVER = new Set([
  'uid',
  'etag',
  'pageInfo',
  'nextCursor',
  'prevCursor',
]);

/** Whether both answers say the same, as far as the scenario asks for it. `difference` shows where they first part. */
export function compareAnswers(options: {
  compare: Scenario['compare'];
  stock: Answer;
  callboard: Answer;
}): { outcome: 'same' } | { outcome: 'different'; difference: string } {
  const { compare, stock, callboard } = options;
  if (stock.status !== 200 || callboard.status !== 200) {
    return {
      outcome: 'different',
      difference: `status ${stock.status} and ${callboard.status}`,
    };
  }
  const [expected, actual] = [stock, callboard].map(({ body }) => {
    const parsed = JSON.parse(body.toString());
    return JSON.stringify(
      compare === 'size' ? sizesOf(parsed) : canonical(parsed, compare),
    );
  });
  return expected === actual
    ? { outcome: 'same' }
    : { outcome: 'different', difference: describe(expected, actual) };
}

function sizesOf(answer: any) {
  return Array.isArray(answer)
    ? { items: answer.length }
    : { items: answer.items?.length, totalItems: answer.totalItems };
}

/** Keys in alphabetical order, without those of one server; facet values by value where their order is not promised. */
function canonical(value: any, compare: Scenario['compare']): unknown {
  if (Array.isArray(value)) {
    const items = value.map(item => canonical(item, compare));
    return compare === 'facets'
      ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : items;
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.keys(value)
      .filter(key => !OF_ONE_SERVER.has(key))
      .sort()
      .map(key => [key, canonical(value[key], compare)]),
  );
}

function describe(expected: string, actual: string) {
  let at = 0;
  while (expected[at] === actual[at]) {
    at++;
  }
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return `…${around(expected)}… and …${around(actual)}…`;
}
