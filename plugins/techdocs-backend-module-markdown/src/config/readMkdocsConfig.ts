import { InputError, NotAllowedError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { reportExtensions } from '../extensions/reportExtensions';
import { resolveInside } from '../site/resolveInside';
import { MkdocsConfig } from './MkdocsConfig';
import { namesAndOptions } from './namesAndOptions';
import { parseMkdocsYaml } from './parseMkdocsYaml';
import { readExtensions } from './readExtensions';
import { readNav } from './readNav';
import { reportIgnored } from './reportIgnored';

// The order of the stock generator.
const FILES = ['mkdocs.yaml', 'mkdocs.yml'];

/**
 * Reads `mkdocs.yaml` or `mkdocs.yml` of `inputDir`; without either, the defaults that stock
 * TechDocs uses. What is not honoured goes to `report`, one message each, and what is to `tell`.
 *
 * @throws InputError for broken YAML, NotAllowedError for a `docs_dir` outside of `inputDir`.
 */
export async function readMkdocsConfig(options: {
  inputDir: string;
  /** The name of the file, when it is not one of the usual two. */
  file?: string;
  siteName?: string;
  report: (message: string) => void;
  tell?: (message: string) => void;
}): Promise<MkdocsConfig> {
  const { inputDir, siteName, report, tell = () => {} } = options;
  const names = options.file ? [options.file] : FILES;
  const { file, text } = await readFirst({ inputDir, names, report });
  const { values, droppedTags } = parseMkdocsYaml({ text, file });
  reportIgnored({ values, droppedTags, file, report });
  const extensions = readExtensions(values.markdown_extensions);
  const plugins = namesAndOptions(values.plugins).map(({ name }) => name);
  reportExtensions({
    ...{ file, tell, report, plugins },
    extensions: extensions.names,
  });

  const string = (key: string) => {
    const value = values[key];
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value === 'string') {
      return value;
    }
    if (typeof value === 'number' || typeof value === 'boolean') {
      return String(value);
    }
    report(`${file}: '${key}' is not a text and was ignored`);
    return undefined;
  };

  return {
    file,
    siteName: string('site_name') || siteName || 'Documentation Site',
    siteDescription: string('site_description') ?? '',
    docsDir: checkDocsDir(string('docs_dir') ?? 'docs', file),
    nav: readNav({ nav: values.nav, file, report }),
    repoUrl: string('repo_url'),
    editUri: string('edit_uri'),
    editUriTemplate: string('edit_uri_template'),
    useDirectoryUrls: values.use_directory_urls !== false,
    excludeDocs: string('exclude_docs') ?? '',
    redirects: readRedirects(values.plugins),
    markdown: extensions.markdown,
    snippets: extensions.snippets,
  };
}

async function readFirst(options: {
  inputDir: string;
  names: string[];
  report: (message: string) => void;
}): Promise<{ file: string; text: string }> {
  let found: { file: string; text: string } | undefined;
  for (const file of options.names) {
    const safe = await resolveInside({ root: options.inputDir, path: file });
    if (safe.outcome === 'outside') {
      throw new NotAllowedError(
        `${file} is a link that leads out of the documentation folder; replace it by the file itself`,
      );
    }
    if (safe.outcome === 'found' && found) {
      options.report(
        `Both ${found.file} and ${file} exist; ${file} is ignored`,
      );
    } else if (safe.outcome === 'found') {
      found = { file, text: await readFile(safe.path, 'utf8') };
    }
  }
  return found ?? { file: 'mkdocs.yml', text: '' };
}

function checkDocsDir(docsDir: string, file: string): string {
  const normal = path.posix.normalize(docsDir).replace(/\/+$/, '');
  if (normal.includes('\0')) {
    throw new InputError(`${file}: 'docs_dir' holds a character no path has`);
  }
  if (path.isAbsolute(docsDir) || normal === '..' || /^\.\.\//.test(normal)) {
    throw new NotAllowedError(
      `${file}: 'docs_dir' is '${docsDir}', which is outside of the folder of ${file}; use a folder inside of it`,
    );
  }
  return normal;
}

function readRedirects(plugins: unknown): Record<string, string> {
  const redirects: Record<string, string> = {};
  for (const { name, options } of namesAndOptions(plugins)) {
    const maps = name === 'redirects' ? options.redirect_maps : undefined;
    for (const [from, to] of Object.entries(maps ?? {})) {
      if (typeof to === 'string') {
        redirects[from] = to;
      }
    }
  }
  return redirects;
}
