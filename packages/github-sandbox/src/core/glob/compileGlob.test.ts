import { compileGlob } from './compileGlob';
import type { GlobDialect } from './GlobToken';
import { matchTokens } from './matchTokens';
import { parseGlob } from './parseGlob';

function matches(
  pattern: string,
  text: string,
  more: { dialect?: GlobDialect; orBelow?: boolean } = {},
) {
  const compiled = compileGlob({ pattern, ...more });
  return compiled.outcome === 'compiled' ? compiled.matches(text) : undefined;
}

it.each([
  ['', '', true],
  ['a*c', 'abbc', true],
  ['a*c', 'ab/c', false],
  ['a**c', 'ab/c', true],
  ['**/x', 'x', true],
  ['**/x', 'a/b/x', true],
  ['**/x', 'ax', false],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/c/d/b', true],
  ['a/**/b', 'a/cb', false],
  ['a/**', 'a/b/c', true],
  ['?', 'é', true],
  ['?', '😀', true],
  ['[a]', '[a]', true],
])('%s against %s', (pattern, text, expected) => {
  expect(matches(pattern, text)).toBe(expected);
});

it.each([
  ['v[0-9]', 'v1', true],
  ['v[0-9]', 'vx', false],
  ['v[!0-9]', 'vx', true],
  ['v[^0-9]', 'v1', false],
  ['v[!0-9]', 'v/', false],
  ['[]]', ']', true],
  ['[a-]', '-', true],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['[a', 'a', undefined],
  ['[z-a]', 'z', undefined],
  ['a\\', 'a', undefined],
])('%s with classes and escapes against %s', (pattern, text, expected) => {
  const dialect = { classes: true, escapes: true };
  expect(matches(pattern, text, { dialect })).toBe(expected);
});

it.each([
  ['ab?', 'a', true],
  ['ab?', 'abb', false],
  ['ab+', 'abb', true],
  ['ab+', 'a', false],
  ['*+', 'x+', true],
])('%s with repeats against %s', (pattern, text, expected) => {
  expect(matches(pattern, text, { dialect: { repeats: true } })).toBe(expected);
});

it.each([
  ['docs', 'docs/a/b', true],
  ['docs', 'docsa', false],
  ['**/docs', 'x/docs/a', true],
])('%s or below against %s', (pattern, text, expected) => {
  expect(matches(pattern, text, { orBelow: true })).toBe(expected);
});

it.each(['*a'.repeat(60), '**/'.repeat(60), '**a'.repeat(60), '*'.repeat(60)])(
  'looks at each token a few times for each character: %s',
  pattern => {
    const parsed = parseGlob({ pattern: `${pattern}b`, dialect: {} });
    if (parsed.outcome !== 'parsed') throw new Error(parsed.message);
    const { tokens } = parsed;
    const text = 'a/'.repeat(100) + 'a'.repeat(100);
    let looks = 0;
    const counted = new Proxy(tokens, {
      get(target, key, receiver) {
        if (/^\d+$/.test(String(key))) looks += 1;
        return Reflect.get(target, key, receiver);
      },
    });
    expect(matchTokens({ tokens: counted, text })).toBe(false);
    // Before it and within it, and once more on the way past it.
    expect(looks).toBeLessThan(4 * tokens.length * text.length);
  },
);

it('refuses what is too long', () => {
  expect(matches('a'.repeat(1001), 'a')).toBeUndefined();
});
