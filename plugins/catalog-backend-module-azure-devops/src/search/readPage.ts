import type { CodeFile } from './CodeFile';

/** Codes of successful answers that are wrong or incomplete, as the REST API of the search documents them. */
const UNUSABLE: Record<number, string> = {
  1: 'the organization is being reindexed',
  2: 'the organization has not been indexed',
  3: 'the request is invalid',
  4: 'a wildcard at the beginning is not supported',
  5: 'several words are not supported here',
  6: 'the organization is being indexed for the first time',
  7: 'the organization is being indexed',
  9: 'branches are being indexed',
  19: 'phrases are not supported here',
  20: 'wildcards are not supported here',
};
/** The page was made smaller than asked for; facets are off; work items are not readable. */
const HARMLESS = [0, 8, 10, 11];

/**
 * One page of files, from the body of an answer of the code search.
 *
 * @throws Error when the body has another shape, or says itself that it is incomplete.
 */
export function readPage(body: unknown): {
  count: number;
  results: CodeFile[];
} {
  const page = body as Partial<{
    count: number;
    infoCode: number;
    results: CodeFile[];
  }> | null;
  const { count, infoCode = 0, results } = page ?? {};

  if (
    typeof count !== 'number' ||
    !Array.isArray(results) ||
    !results.every(isFile)
  ) {
    throw new Error(
      'The answer of the code search has no count and results, as if another service had answered: check host and organization, and what stands between the portal and Azure DevOps.',
    );
  }
  if (UNUSABLE[infoCode] || (count === 0 && !HARMLESS.includes(infoCode))) {
    const meaning = UNUSABLE[infoCode] ?? 'undocumented';
    throw new Error(
      `The code search answered with infoCode ${infoCode} (${meaning}), so its result is not complete. An index gets ready by itself; otherwise try project, repository and path of this source on the search page of Azure DevOps.`,
    );
  }
  return { count, results };
}

function isFile(file: Partial<CodeFile> | null): boolean {
  return (
    typeof file?.path === 'string' &&
    typeof file.project?.name === 'string' &&
    typeof file.repository?.name === 'string'
  );
}
