import { compareAnswers } from './compareAnswers';
import type { Scenario } from './scenarios';

const answer = (content: unknown, status = 200) => ({
  status,
  body: Buffer.from(JSON.stringify(content)),
  ms: 1,
});

const compare = (
  how: Scenario['compare'],
  stock: unknown,
  callboard: unknown,
) =>
  compareAnswers({
    compare: how,
    stock: answer(stock),
    callboard: answer(callboard),
  }).outcome;

describe('compareAnswers', () => {
  it('passes over ids, etags, cursors and the order of keys', () => {
    const one = { items: [{ metadata: { name: 'a', uid: '1', etag: 'x' } }] };
    const other = {
      pageInfo: { nextCursor: 'abc' },
      items: [{ metadata: { etag: 'y', uid: '2', name: 'a' } }],
    };
    expect(compare('answer', one, other)).toBe('same');
  });

  it('minds the order of entities', () => {
    expect(compare('answer', { items: [1, 2] }, { items: [2, 1] })).toBe(
      'different',
    );
  });

  it('takes facet values in any order but minds their counts', () => {
    const facets = (...counts: [string, number][]) => ({
      facets: { type: counts.map(([value, count]) => ({ value, count })) },
    });
    const both = facets(['a', 1], ['b', 2]);
    expect(compare('facets', both, facets(['b', 2], ['a', 1]))).toBe('same');
    expect(compare('facets', both, facets(['a', 2], ['b', 1]))).toBe(
      'different',
    );
  });

  it('compares numbers of entities alone where asked to', () => {
    const page = (total: number, ...items: string[]) => ({
      items,
      totalItems: total,
    });
    expect(compare('size', page(9, 'a', 'b'), page(9, 'c', 'd'))).toBe('same');
    expect(compare('size', page(9, 'a', 'b'), page(8, 'a', 'b'))).toBe(
      'different',
    );
    expect(compare('size', ['a', 'b'], ['c'])).toBe('different');
  });

  it('says where answers part', () => {
    expect(
      compareAnswers({
        compare: 'answer',
        stock: answer({ totalItems: 3 }),
        callboard: answer({ totalItems: 4 }),
      }),
    ).toEqual({
      outcome: 'different',
      difference: '…{"totalItems":3}… and …{"totalItems":4}…',
    });
  });

  it('takes no answer for the same when one of them is an error', () => {
    expect(
      compareAnswers({
        compare: 'size',
        stock: answer([]),
        callboard: answer([], 500),
      }),
    ).toEqual({ outcome: 'different', difference: 'status 200 and 500' });
  });
});
