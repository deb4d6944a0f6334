import type { Source } from '../Source';
import type { CodeFile } from './CodeFile';
import type { RequestContext } from './RequestContext';
import { checkNothingFound } from './checkNothingFound';
import { readPage } from './readPage';
import { requestJson } from './requestJson';

const PAGE_SIZE = 1000;

/**
 * All catalog files of a source.
 *
 * @throws Error when the answer is not one, is known to be incomplete, or changed from one page to the next.
 */
export async function searchFiles(
  options: RequestContext,
): Promise<CodeFile[]> {
  const { source } = options;
  const files: CodeFile[] = [];
  const seen = new Set<string>();
  let total: number | undefined;

  do {
    const page = readPage(
      await requestJson({
        ...options,
        url: createSearchUrl(source),
        body: createSearchRequest({ source, skip: files.length }),
      }),
    );
    const keys = page.results.map(keyOf);
    // Files of the same path have no order among each other, so a page may repeat one and leave another out.
    const repeated = keys.some(key => seen.has(key));
    const ended = page.results.length === 0 && page.count > files.length;
    if (repeated || ended || page.count !== (total ?? page.count)) {
      throw new Error(
        `The code search of ${source.host}/${source.organization} gave ${files.length} of ${page.count} files and then no consistent next page. ` +
          'It is asked again at the next run; if this stays, spread the files over several sources with a narrower project, repository or path.',
      );
    }
    total = page.count;
    files.push(...page.results);
    keys.forEach(key => seen.add(key));
  } while (files.length < total);

  if (files.length === 0) {
    await checkNothingFound(options);
  }
  return files.filter(file => file.repository.type !== 'tfvc');
}

function createSearchUrl(source: Source): string {
  const host =
    source.host === 'dev.azure.com' ? 'almsearch.dev.azure.com' : source.host;
  return `https://${host}/${encodeURI(
    source.organization,
  )}/_apis/search/codesearchresults?api-version=6.0-preview.1`;
}

function createSearchRequest(options: { source: Source; skip: number }) {
  const { path, repository, project, branch } = options.source;
  return {
    searchText: `path:${quote(path)} repo:${quote(repository)} proj:${quote(
      project,
    )}`,
    $orderBy: [{ field: 'path', sortOrder: 'ASC' }],
    $skip: options.skip,
    $top: PAGE_SIZE,
    ...(branch && { filters: { Branch: [branch] } }),
  };
}

/** A name with spaces is one word only in quotes; operators of the stock provider have written them themselves. */
function quote(text: string): string {
  return /\s/.test(text) && !text.startsWith('"') ? `"${text}"` : text;
}

function keyOf(file: CodeFile): string {
  return JSON.stringify([file.project.name, file.repository.name, file.path]);
}
