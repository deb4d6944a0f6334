import path from 'node:path';

/** Where a page of Markdown ends up. */
export interface PageLocation {
  /** The file that is written, below the output folder. */
  file: string;
  /** The address below the site's, '' for the start page. */
  url: string;
}

/** MkDocs's rule: `a/b.md` is at `a/b/`, or at `a/b.html` without directory URLs. */
export function pageUrl(options: {
  docPath: string;
  useDirectoryUrls: boolean;
}): PageLocation {
  const folder = path.posix.dirname(options.docPath);
  const name = path.posix.basename(options.docPath).replace(/\.[^.]+$/, '');
  const base = folder === '.' ? '' : `${folder}/`;
  if (/^(?:index|readme)$/i.test(name)) {
    const url = options.useDirectoryUrls ? base : `${base}index.html`;
    return { file: `${base}index.html`, url };
  }
  return options.useDirectoryUrls
    ? { file: `${base}${name}/index.html`, url: `${base}${name}/` }
    : { file: `${base}${name}.html`, url: `${base}${name}.html` };
}

/** The relative reference from one address of the site to another, each part encoded. */
export function relativeUrl(options: { from: string; to: string }): string {
  const fromFolder = options.from.replace(/[^/]*$/, '');
  const relative = path.posix.relative(`/${fromFolder}`, `/${options.to}`);
  const slash = options.to.endsWith('/') || options.to === '' ? '/' : '';
  const encoded = relative.split('/').map(encodeURIComponent).join('/');
  return encoded === '' ? './' : `${encoded}${slash}`;
}
