import { createMockDirectory } from '@backstage/backend-test-utils';
import { symlinkSync } from 'node:fs';
import { expandSnippets } from './expandSnippets';

describe('expandSnippets', () => {
  const folder = createMockDirectory({
    content: {
      'secret.txt': 'SECRET',
      site: {
        'part.md': 'one\r\ntwo\n',
        'loop.md': '--8<-- "loop.md"',
        '.env': 'KEY=SECRET',
      },
    },
  });
  symlinkSync(folder.resolve('secret.txt'), folder.resolve('site/link.md'));

  const expand = async (text: string) => {
    const messages: string[] = [];
    const result = await expandSnippets({
      text,
      inputDir: folder.resolve('site'),
      report: message => messages.push(message),
    });
    return { result, messages };
  };

  it('puts in a file at the indentation of its line', async () => {
    expect((await expand('a\n  --8<-- "part.md"\nb')).result).toBe(
      'a\n  one\n  two\nb',
    );
    expect((await expand(';--8<-- "part.md"')).result).toBe('--8<-- "part.md"');
  });

  it.each([
    ['https://x.example/a.md', 'never fetched'],
    ['../secret.txt', 'outside'],
    ['/etc/hostname', 'outside'],
    ['link.md', 'outside'],
    ['.env', 'hidden'],
    ['nope.md', 'no such file'],
    ['loop.md', 'contains itself'],
  ])('leaves out %s and says why', async (name, reason) => {
    const { result, messages } = await expand(`a\n--8<-- "${name}"\nb`);
    expect(result).toMatch(/^a\n\n?b$/);
    expect(messages).toEqual([expect.stringContaining(reason)]);
  });
});
