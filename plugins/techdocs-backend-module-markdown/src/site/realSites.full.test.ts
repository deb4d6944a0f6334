import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite } from './buildSite';

const DATA =
  process.env.CALLBOARD_TEST_DATA ??
  path.resolve(__dirname, '../../../../../shared/data');
const DOCS = path.join(DATA, 'docs');
const CONFIG = /^mkdocs\.ya?ml$/;

/** Every folder that holds an mkdocs.yml; a repository without any is a site itself. */
async function findSites(): Promise<{ name: string; folders: string[] }[]> {
  const repositories = (await readdir(DOCS)).sort();
  return Promise.all(
    repositories.map(async name => {
      const root = path.join(DOCS, name);
      const entries = await readdir(root, {
        recursive: true,
        withFileTypes: true,
      });
      const folders = entries
        .filter(entry => entry.isFile() && CONFIG.test(entry.name))
        .map(entry => entry.parentPath);
      return { name, folders: folders.length > 0 ? folders : [root] };
    }),
  );
}

const suite = existsSync(DOCS) ? describe : describe.skip;

suite(`sites of real repositories (${DOCS})`, () => {
  it('builds each but the one without Markdown, and says what it ignores', async () => {
    const sites = await findSites();
    const refusals: Record<string, string> = {};
    const ignored: Record<string, string[]> = {};
    let built = 0;
    for (const { name, folders } of sites) {
      const named = new Set<string>();
      for (const inputDir of folders) {
        const outputDir = await mkdtemp(path.join(tmpdir(), 'site-'));
        const where = path.relative(DOCS, inputDir);
        try {
          const result = await buildSite({
            inputDir,
            outputDir,
            siteName: name,
            report: message => {
              const [, , list] =
                /^[^:]+: ignored ([^:]+): (.*)$/.exec(message) ?? [];
              list
                ?.replace(/ \((?:[^()]|\([^()]*\))*\)/g, '')
                .split(', ')
                .forEach(item => named.add(item));
            },
          });
          const start = path.join(outputDir, 'index.html');
          expect(await readFile(start, 'utf8')).toContain('md-content');
          expect(result.pages).toBeGreaterThan(0);
          built += 1;
        } catch (error) {
          const { name: type, message } = error as Error;
          refusals[where] = `${type}: ${message}`;
        } finally {
          await rm(outputDir, { recursive: true, force: true });
        }
      }
      if (named.size > 0) {
        ignored[name] = [...named].sort();
      }
    }
    expect(sites.length).toBeGreaterThanOrEqual(14);
    // MkDocs refuses it as well: it is a fixture without a docs folder.
    expect(refusals).toEqual({
      'backstage__mkdocs-monorepo-plugin/__tests__/integration/fixtures/error-include-path-no-docs-folder/project-a':
        expect.stringMatching(/^InputError: There is no Markdown in 'docs'/),
    });
    expect(built).toBeGreaterThanOrEqual(112);
    expect(ignored).toEqual({
      BlindfoldedSurgery__architecture: [
        '!!python/name:pymdownx.superfences.fence_code_format',
        ...['awesome-pages', 'git-revision-date', 'minify', 'rss'],
      ],
      'backstage__mkdocs-monorepo-plugin': [
        ...['extra_css', 'git-authors', 'git-revision-date-localized'],
      ],
      'bcgov__platform-developer-docs': ['git-revision-date-localized'],
      'bcgov__public-cloud-techdocs': ['git-revision-date-localized'],
      'koushikravi89-web__TestTechDoc0002': [
        '!!python/name:pymdownx.emoji.emojione',
        '!!python/name:pymdownx.emoji.to_svg',
      ],
      mkdocs__mkdocs: [
        ...['autorefs', 'custom_dir', 'extra_css', 'extra_javascript'],
        ...['extra_templates', 'hooks', 'literate-nav', 'mdx_gh_links'],
        ...['mkdocs-click', 'mkdocstrings'],
      ],
    });
  }, 120_000);
});
