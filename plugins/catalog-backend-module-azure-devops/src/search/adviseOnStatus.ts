import type { Source } from '../Source';

/** What an operator can do about a status of Azure DevOps. */
export function adviseOnStatus(options: {
  status: number;
  source: Pick<Source, 'host' | 'organization'>;
}): string {
  const { status, source } = options;
  // 203 and redirects are the page for signing in.
  if (status === 401 || status === 203 || (status >= 300 && status < 400)) {
    return `The token is refused: put one that has not expired, belongs to ${source.organization} and has the scope Code (Read) into integrations.azure, host ${source.host}.`;
  }
  if (status === 403) {
    return 'The token may not search: it needs the scope Code (Read), and its user the access level Basic.';
  }
  if (status === 404) {
    return `Check that ${source.organization} is on ${source.host}, and that the extension Code Search is installed there.`;
  }
  if (status === 400) {
    return 'The search is not accepted. Check project, repository, path and branch. It also hands out only the first few thousand files: spread more over several sources with a narrower project, repository or path.';
  }
  if (status === 429 || status >= 500) {
    return 'Azure DevOps is out of order or overloaded; it is asked again at the next run.';
  }
  return 'Something else than Azure DevOps seems to have answered: check the host and the proxies in between.';
}
