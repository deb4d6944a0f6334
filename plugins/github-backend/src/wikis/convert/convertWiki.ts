import { createTargets } from './createTargets';
import { sortFiles } from './sortFiles';
import { toMkdocs } from './toMkdocs';
import { toNav } from './toNav';
import { toPageText } from './toPageText';
import type { Wiki, WikiFile } from './Wiki';

/**
 * Makes the sources of a TechDocs site of a wiki: `mkdocs.yml`, and pages, images and other files below `docs/`. Pure. None where the wiki
 * has no page.
 */
export function convertWiki(options: {
  files: WikiFile[];
  /** `https://github.com/acme/shop`. */
  repositoryUrl: string;
  /** `shop`. */
  siteName: string;
  /** Whether pages go on being edited in the wiki; else the site is their new home. */
  fromWiki: boolean;
}): WikiFile[] {
  const { siteName, fromWiki } = options;
  const wiki = sortFiles({
    files: options.files,
    repositoryUrl: options.repositoryUrl.replace(/\/+$/, ''),
    forRepository: !fromWiki,
  });
  if (wiki.pages.length === 0) return [];
  const targets = createTargets({ wiki });
  const pages = wiki.pages.map(page => ({
    path: `docs/${page.docPath}`,
    content: Buffer.from(toPageText({ page, wiki, targets, fromWiki })),
  }));
  const hasHome = wiki.pages.some(({ docPath }) => docPath === 'index.md');
  return [
    {
      path: 'mkdocs.yml',
      content: Buffer.from(
        toMkdocs({
          siteName,
          nav: toNav({ wiki, targets }),
          ...(fromWiki && { wikiUrl: `${wiki.repositoryUrl}/wiki` }),
        }),
      ),
    },
    ...(hasHome ? [] : [startPage({ wiki, siteName })]),
    ...pages,
    ...wiki.assets.map(({ path, content }) => ({
      path: `docs/${path}`,
      content,
    })),
  ];
}

/** A wiki without the page `Home` begins with a list of its pages. */
function startPage(options: { wiki: Wiki; siteName: string }): WikiFile {
  const { wiki, siteName } = options;
  const lines = wiki.pages.map(
    ({ title, docPath }) =>
      `- [${title.replace(/[[\]]/g, '\\$&')}](${docPath
        .split('/')
        .map(encodeURIComponent)
        .join('/')
        .replace(/[()]/g, one => (one === '(' ? '%28' : '%29'))})`,
  );
  return {
    path: 'docs/index.md',
    content: Buffer.from(`# ${siteName}\n\n${lines.join('\n')}\n`),
  };
}
