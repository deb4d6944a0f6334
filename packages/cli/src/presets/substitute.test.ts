import { substitute } from './substitute';

const VALUES: Record<string, string | string[] | boolean> = {
  A: 'a',
  EMPTY: '',
  LIST: ['x', 'y'],
  ON: true,
};
const filled = (value: any) =>
  substitute({ value, valueFor: name => VALUES[name] });

it.each([
  ['${A}', 'a'],
  ['x-${A}-${A}', 'x-a-a'],
  ['${NONE}', undefined],
  ['x-${NONE}', undefined],
  ['${NONE:-d}', 'd'],
  ['${EMPTY:-d}', 'd'],
  ['${EMPTY}', ''],
  ['${NONE:-}', undefined],
  ['$${A}', '${A}'],
  ['a $ b', 'a $ b'],
  ['${LIST}', ['x', 'y']],
  ['${ON}', true],
])('makes of %s %j', (text, expected) => {
  expect(filled(text)).toEqual(expected);
});

it('drops keys and items without a value, and fills in keys', () => {
  expect(
    filled({
      'org-${A}': { a: '${NONE}', b: 1 },
      '${NONE}': 2,
      c: ['${NONE}', '${A}'],
    }),
  ).toEqual({ 'org-a': { b: 1 }, c: ['a'] });
});
