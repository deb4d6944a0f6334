import { mapTargets } from './mapTargets';

const map = (text: string) =>
  mapTargets({ text, change: t => `<${t}>`.replace(/[<>]/g, '|') });

describe('mapTargets', () => {
  it.each([
    ['[a](b.md)', '[a](|b.md|)'],
    [
      '![a](b.png "title") and [c](<d e.md>)',
      '![a](|b.png| "title") and [c](<|d e.md|>)',
    ],
    ['[![badge](b.svg)](docs/)', '[![badge](|b.svg|)](|docs/|)'],
    ['[a](b_(c).md)', '[a](|b_(c).md|)'],
    ['[name]: docs/a.md "title"', '[name]: |docs/a.md| "title"'],
    ['[^1]: a footnote', '[^1]: a footnote'],
    [
      '<img alt="x" src="a.png"> <a href=\'b\'>',
      '<img alt="x" src="|a.png|"> <a href=\'|b|\'>',
    ],
    ['`[a](b)` [a](b) ``[a](`b)``', '`[a](b)` [a](|b|) ``[a](`b)``'],
    ['a ` b [a](b)', 'a ` b [a](|b|)'],
    ['```md\n[a](b)\n```\n[a](b)', '```md\n[a](b)\n```\n[a](|b|)'],
    [
      '~~~\n[a](b)\n```\n[a](b)\n~~~~\n[a](b)',
      '~~~\n[a](b)\n```\n[a](b)\n~~~~\n[a](|b|)',
    ],
    ['````\n```\n[a](b)\n````\n[a](b)', '````\n```\n[a](b)\n````\n[a](|b|)'],
  ])('maps %j', (text, expected) => {
    expect(map(text)).toBe(expected);
  });

  it('takes no longer than the text is long', () => {
    const started = performance.now();
    map('`` ` '.repeat(100_000));
    map('[['.repeat(100_000));
    map('](('.repeat(100_000));
    map(' src="'.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
