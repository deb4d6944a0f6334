import { replaceSection } from './replaceSection';

const text = `# Benchmarks

About them.

## boot

old

## pages

kept
`;

describe('replaceSection', () => {
  it('replaces one section and keeps the rest', () => {
    expect(replaceSection({ text, title: 'boot', body: 'new\n' })).toBe(
      text.replace('old', 'new'),
    );
  });

  it('adds a section that is not there yet', () => {
    expect(replaceSection({ text, title: 'docs', body: 'first' })).toBe(
      `${text}\n## docs\n\nfirst\n`,
    );
  });

  it('takes no section for another whose name begins alike', () => {
    expect(
      replaceSection({
        text: '# B\n\n## boot 2\n\nkept\n',
        title: 'boot',
        body: 'x',
      }),
    ).toBe('# B\n\n## boot 2\n\nkept\n\n## boot\n\nx\n');
  });
});
