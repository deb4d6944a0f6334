import path from 'node:path';
import { MkdocsConfig } from '../config/MkdocsConfig';
import { readIncludes } from '../config/monorepo/readIncludes';
import { readMkdocsConfig } from '../config/readMkdocsConfig';
import { createSnippetSource } from '../snippets/createSnippetSource';
import { Site } from './Site';

/**
 * Reads `mkdocs.yml` and those that its nav includes; the first site is the one to build, and its nav has no includes
 * any more.
 *
 * @throws InputError or NotAllowedError when the first one cannot be read.
 */
export async function readSites(options: {
  inputDir: string;
  siteName?: string;
  report: (message: string) => void;
  tell: (message: string) => void;
}): Promise<Site[]> {
  const inputDir = path.resolve(options.inputDir);
  const read = await readMkdocsConfig({ ...options, inputDir });
  const includes = await readIncludes({ ...options, inputDir, config: read });
  const config: MkdocsConfig = { ...read, nav: includes.nav };
  return [{ alias: '', folder: inputDir, config }, ...includes.sites].map(
    site => ({
      ...site,
      snippets: createSnippetSource({
        folder: site.folder,
        docsDir: site.config.docsDir,
        basePaths: site.config.snippets.basePaths,
      }),
    }),
  );
}
