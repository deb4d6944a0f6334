import path from 'node:path';
import { pageUrl, relativeUrl } from './pageUrl';

const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?)/i;
const SPLIT = /^([^?#]*)(.*)$/;

/**
 * Rewrites links as MkDocs does: they name files of `docs_dir` relative to the page's own file,
 * and become addresses relative to the page's address. What names no file stays as it is.
 */
export function createLinkResolver(options: {
  /** Below the site's folder. */
  docsDir: string;
  docPaths: Set<string>;
  useDirectoryUrls: boolean;
  report: (message: string) => void;
}) {
  const { docsDir, docPaths, useDirectoryUrls, report } = options;
  const target = (docPath: string) =>
    /\.(?:md|markdown|mdown|mkdn|mkd)$/i.test(docPath)
      ? pageUrl({ docPath, useDirectoryUrls }).url
      : docPath;

  return (source: { docPath: string; linkBase?: string }) => {
    const { docPath: fromDocPath } = source;
    const from = target(fromDocPath);
    const folder =
      source.linkBase ??
      path.posix.join(docsDir, path.posix.dirname(fromDocPath));
    return (href: string): string => {
      if (ABSOLUTE.test(href)) {
        return href;
      }
      const [, encoded, rest] = SPLIT.exec(href) as RegExpExecArray;
      const wanted = decode(encoded);
      const base = wanted.startsWith('/') ? docsDir : folder;
      const docPath = path.posix.relative(
        docsDir,
        path.posix.join(base, wanted),
      );
      const found = [
        docPath,
        `${docPath}/index.md`,
        `${docPath}/README.md`,
      ].find(candidate => docPaths.has(candidate));
      if (!found) {
        if (/\.[a-z0-9]{2,8}$/i.test(wanted)) {
          report(
            `${fromDocPath}: link to '${wanted}', which is not a file of this site`,
          );
        }
        return href;
      }
      return relativeUrl({ from, to: target(found) }) + rest;
    };
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
