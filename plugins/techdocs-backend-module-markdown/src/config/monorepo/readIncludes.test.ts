import { createMockDirectory } from '@backstage/backend-test-utils';
import { symlinkSync } from 'node:fs';
import { readMkdocsConfig } from '../readMkdocsConfig';
import { readIncludes } from './readIncludes';

describe('readIncludes', () => {
  const folder = createMockDirectory();
  const read = async (content: object, prepare?: () => void) => {
    folder.setContent(content as Parameters<typeof folder.setContent>[0]);
    prepare?.();
    const messages: string[] = [];
    const options = {
      inputDir: folder.resolve('site'),
      report: (message: string) => messages.push(message),
      tell: () => {},
    };
    const config = await readMkdocsConfig(options);
    const { nav, sites } = await readIncludes({ ...options, config });
    return { nav, aliases: sites.map(({ alias }) => alias), messages };
  };
  const part = (name: string, rest = '') => ({
    'mkdocs.yml': `site_name: ${name}\n${rest}`,
    docs: { 'index.md': `# ${name}\n` },
  });

  it('brings in the sites that the nav includes', async () => {
    const { nav, aliases, messages } = await read({
      site: {
        'mkdocs.yml': `nav:
  - index.md
  - API: !include api/mkdocs.yml
  - Projects: '*include ./projects/*/mkdocs.yml'
  - '!include other/docs.yml'
`,
        api: part(
          'The API!',
          "nav:\n  - Start: index.md\n  - '!include v1/mkdocs.yml'\n",
        ),
        'api/v1': part('v1'),
        projects: { b: part('b'), a: part('group/a') },
        other: { 'docs.yml': 'site_name: other\n' },
      },
    });
    expect(messages).toEqual([]);
    expect(aliases).toEqual([
      ...['the-api', 'the-api/v1', 'group/a', 'b', 'other'],
    ]);
    const page = (path: string, title?: string) => ({
      ...{ type: 'page', path, title },
    });
    expect(nav).toEqual([
      page('index.md'),
      {
        type: 'section',
        title: 'API',
        entries: [page('the-api/index.md', 'Start'), page('the-api/v1', 'v1')],
      },
      {
        type: 'section',
        title: 'Projects',
        entries: [page('group/a', 'group/a'), page('b', 'b')],
      },
      page('other', 'other'),
    ]);
  });

  it.each([
    ["'!include ../secret/mkdocs.yml'", 'outside of the documentation folder'],
    ["'!include /etc/mkdocs.yml'", 'outside of the documentation folder'],
    ["'*include ../*/mkdocs.yml'", 'outside of the documentation folder'],
    ["'!include link/mkdocs.yml'", 'outside of the documentation folder'],
    ["'!include nope/mkdocs.yml'", 'there is no such file'],
    ["'!include passwords.txt'", 'name a mkdocs.yml'],
    ["'!include away/mkdocs.yml'", "'docs_dir' is '../..'"],
    ["'!include broken/mkdocs.yml'", 'not valid YAML'],
    ["'!include mkdocs.yml'", 'it includes itself'],
    ["'*include {a,b}/mkdocs.yml'", 'the site_name of another site'],
  ])('attack case 27: leaves out %s and says why', async (entry, reason) => {
    const { aliases, messages } = await read(
      {
        secret: part('secret'),
        site: {
          'mkdocs.yml': `site_name: again\nnav:\n  - index.md\n  - ${entry}\n`,
          away: { 'mkdocs.yml': 'docs_dir: ../..\n' },
          ...{ a: part('same'), b: part('same') },
          broken: { 'mkdocs.yml': 'a: [' },
        },
      },
      () => symlinkSync(folder.resolve('secret'), folder.resolve('site/link')),
    );
    expect(aliases).not.toContain('secret');
    expect(messages.join('\n')).toContain(reason);
  });
});
