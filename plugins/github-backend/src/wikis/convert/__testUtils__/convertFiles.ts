import { convertWiki } from '../convertWiki';

/** Of the repository whose wiki it is. */
export const URL = 'https://github.com/acme/shop';

/** The files of the site that a wiki makes, as text. */
export function convertFiles(
  files: Record<string, string>,
  more: { fromWiki?: boolean } = {},
): Record<string, string> {
  return Object.fromEntries(
    convertWiki({
      files: Object.entries(files).map(([path, content]) => ({
        path,
        content: Buffer.from(content),
      })),
      repositoryUrl: URL,
      siteName: 'shop',
      fromWiki: more.fromWiki ?? false,
    }).map(({ path, content }) => [path, content.toString('utf8')]),
  );
}
