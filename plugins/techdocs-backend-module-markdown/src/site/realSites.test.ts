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
  it('builds each, or refuses it with a reason', async () => {
    const sites = await findSites();
    const refusals: Record<string, string> = {};
    let built = 0;
    for (const { name, folders } of sites) {
      for (const inputDir of folders) {
        const outputDir = await mkdtemp(path.join(tmpdir(), 'site-'));
        const where = path.relative(DOCS, inputDir);
        try {
          const result = await buildSite({
            inputDir,
            outputDir,
            siteName: name,
            report: () => {},
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
    }
    expect(sites.length).toBeGreaterThanOrEqual(14);
    for (const reason of Object.values(refusals)) {
      expect(reason).toMatch(
        /^(?:NotAllowedError: .*|InputError: (?:mkdocs\.ya?ml is not valid YAML|There is no Markdown in))/,
      );
    }
  }, 120_000);
});
