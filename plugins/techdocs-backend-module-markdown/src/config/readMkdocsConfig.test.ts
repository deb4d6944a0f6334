import { createMockDirectory } from '@backstage/backend-test-utils';
import { readMkdocsConfig } from './readMkdocsConfig';

describe('readMkdocsConfig', () => {
  const folder = createMockDirectory();
  let messages: string[] = [];
  const read = async (text?: string) => {
    messages = [];
    folder.setContent(text === undefined ? {} : { 'mkdocs.yml': text });
    return readMkdocsConfig({
      inputDir: folder.path,
      siteName: 'Entity',
      report: message => messages.push(message),
    });
  };

  it('falls back to the defaults of stock TechDocs', async () => {
    const expected = { siteName: 'Entity', docsDir: 'docs', nav: undefined };
    expect(await read()).toMatchObject(expected);
    expect(await read('')).toMatchObject(expected);
    expect(messages).toEqual([]);
  });

  it('reads a nested nav', async () => {
    const config = await read(
      'nav:\n  - index.md\n  - Guide:\n      - Set up: guide/a.md\n  - Out: https://x.example\n',
    );
    expect(config.nav).toEqual([
      { type: 'page', path: 'index.md', title: undefined },
      {
        type: 'section',
        title: 'Guide',
        entries: [{ type: 'page', path: 'guide/a.md', title: 'Set up' }],
      },
      { type: 'link', url: 'https://x.example', title: 'Out' },
    ]);
  });

  it('names what would run code and does not honour it', async () => {
    const config = await read(
      `site_name: !!python/object/apply:os.system ["touch /tmp/x"]
docs_dir: !ENV [DOCS, manual]
INHERIT: ../other.yml
hooks: [hook.py]
theme: {name: material, custom_dir: overrides}
plugins: [techdocs-core, search, exec: {cmd: x}]
markdown_extensions: [admonition, mkdocs-click, own.ext, md_in_html]
nav: ['javascript:alert(1)', '!other ../x.yml', 5]
`,
    );
    expect(config).toMatchObject({
      siteName: 'Entity',
      docsDir: 'manual',
      nav: [],
    });
    expect(messages).toEqual([
      'mkdocs.yml: ignored tags, with their values: !!python/object/apply:os.system, !ENV',
      'mkdocs.yml: ignored keys that are not supported or would run code: INHERIT, hooks',
      'mkdocs.yml: ignored theme settings: custom_dir',
      'mkdocs.yml: ignored extensions: mkdocs-click (imports code of the repository), own.ext (nothing is known of it, and no code of it is run)',
      'mkdocs.yml: ignored plugins: exec (nothing is known of it, and no code of it is run)',
      'mkdocs.yml: nav entry "javascript:alert(1)" was ignored',
      'mkdocs.yml: nav entry "!other ../x.yml" was ignored',
      'mkdocs.yml: nav entry 5 was ignored',
    ]);
  });

  it('takes the settings of techdocs-core, but where the site says otherwise', async () => {
    expect(await read('')).toMatchObject({
      markdown: { lineNumbers: true },
      snippets: { basePaths: ['.'], autoAppend: [] },
    });
    expect(
      await read(
        'markdown_extensions:\n  - pymdownx.highlight: {linenums: "none"}\n  - pymdownx.snippets:\n      base_path: [docs/parts]\n      auto_append: [abbr.md]\n',
      ),
    ).toMatchObject({
      markdown: { lineNumbers: false },
      snippets: { basePaths: ['docs/parts', '.'], autoAppend: ['abbr.md'] },
    });
  });

  it('never reads the environment', async () => {
    process.env.TEST_SECRET = 'hush';
    const config = await read('site_name: !ENV TEST_SECRET\n');
    delete process.env.TEST_SECRET;
    expect(JSON.stringify(config)).not.toContain('hush');
  });

  it.each(['..', '../x', '/etc', 'a/../../x'])(
    'refuses docs_dir %s',
    async docsDir => {
      await expect(read(`docs_dir: ${docsDir}\n`)).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: expect.stringContaining('outside of the folder'),
      });
    },
  );

  it('says where the YAML is broken', async () => {
    await expect(read('site_name: "a\nnav: [')).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^mkdocs\.yml is not valid YAML: .*line/s),
    });
    await expect(read('- a\n')).rejects.toThrow('must be a mapping');
  });

  it('does not expand aliases without end', async () => {
    const level = (n: number) =>
      `l${n}: &l${n} [${Array(10).fill(`*l${n - 1}`)}]\n`;
    const bomb = `l0: &l0 [x]\n${[1, 2, 3, 4, 5].map(level).join('')}`;
    await expect(read(bomb)).rejects.toThrow('mkdocs.yml cannot be read');
  });
});
