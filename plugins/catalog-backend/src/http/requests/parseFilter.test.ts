import { parseFilter } from './parseFilter';

describe('parseFilter', () => {
  it.each([
    [undefined, undefined],
    [[], undefined],
    [[' , '], undefined],
    ['kind=a', { kind: 'a' }],
    [['kind'], { kind: { $exists: true } }],
    [['kind='], { kind: '' }],
    [['kind=a,kind=b'], { kind: { $in: ['a', 'b'] } }],
    [['kind,kind=b'], { kind: 'b' }],
    [[' a = b=c '], { a: 'b=c' }],
    [['a=1,b'], { $all: [{ a: '1' }, { b: { $exists: true } }] }],
    [['a=1', '', 'b=2'], { $any: [{ a: '1' }, { b: '2' }] }],
  ])('reads %j', (filter, expected) => {
    expect(parseFilter({ filter })).toEqual(expected);
  });

  it('takes any key for a key', () => {
    const filter = parseFilter({ filter: '__proto__=1' })!;
    expect(Object.entries(filter)).toEqual([['__proto__', '1']]);
  });

  it('refuses a condition without a key, and what is no text', () => {
    expect(() => parseFilter({ filter: '=a' })).toThrow(
      "Invalid filter, '=a' is not a valid statement",
    );
    expect(() => parseFilter({ filter: [{}] })).toThrow(
      'Invalid filter, not a string',
    );
  });
});
