import { createMockDirectory } from '@backstage/backend-test-utils';
import { symlinkSync } from 'node:fs';
import { createSnippetSource } from './createSnippetSource';
import { expandSnippets } from './expandSnippets';

describe('expandSnippets', () => {
  const folder = createMockDirectory({
    content: {
      'secret.txt': 'SECRET',
      site: {
        'LICENSE.md': 'SECRET of the repository',
        docs: {
          'part.md': 'one\r\ntwo\n',
          'loop.md': '--8<-- "loop.md"',
          '.env': 'KEY=SECRET',
          'code.py': '1\n# --8<-- [start:main]\n3\n4\n# --8<-- [end:main]\n6\n',
          shared: { 'a.md': 'A' },
        },
      },
    },
  });
  symlinkSync(
    folder.resolve('secret.txt'),
    folder.resolve('site/docs/link.md'),
  );

  const expand = async (text: string) => {
    const messages: string[] = [];
    const source = createSnippetSource({
      folder: folder.resolve('site'),
      docsDir: 'docs',
      basePaths: ['docs/shared', '.'],
    });
    const result = await expandSnippets({
      text,
      source,
      report: message => messages.push(message),
    });
    return { result: result.text, files: result.files, messages };
  };

  it('puts in files, sections and ranges of lines', async () => {
    const { result, files, messages } = await expand(
      [
        'a',
        '  --8<-- "docs/part.md"',
        '--8<-- "code.py:main"',
        '--8<-- "code.py:1:1,6:6"',
        '--8<-- "code.py:6"',
        '--8<-- "a.md"',
        'b',
      ].join('\n'),
    );
    expect(messages).toEqual([]);
    expect(result).toBe('a\n  one\n  two\n3\n4\n1\n6\n6\nA\nb');
    expect(files).toEqual(['docs/part.md', 'code.py', 'a.md']);
    expect((await expand('--8<-- "code.py"')).result).toBe('1\n3\n4\n6');
  });

  it('puts in the files of a block, but what is skipped or escaped', async () => {
    expect(
      (await expand('--8<--\npart.md\n; nope.md\n\na.md\n--8<--\nb')).result,
    ).toBe('one\ntwo\nA\nb');
    expect((await expand(';--8<-- "part.md"')).result).toBe('--8<-- "part.md"');
  });

  it.each([
    ['https://x.example/a.md', 'never fetched'],
    ['../secret.txt', 'outside'],
    ['../../secret.txt', 'outside'],
    ['/proc/self/environ', 'outside'],
    ['link.md', 'outside'],
    ['.env', 'hidden'],
    ['nope.md', 'no such file'],
    ['loop.md', 'contains itself'],
    ['LICENSE.md', 'snippets come from there only'],
    ['code.py:nope', "no section 'nope'"],
  ])('attack case 27: leaves out %s and says why', async (name, reason) => {
    const { result, messages } = await expand(`a\n--8<-- "${name}"\nb`);
    expect(result).toBe('a\nb');
    expect(messages).toEqual([expect.stringContaining(reason)]);
  });
});
