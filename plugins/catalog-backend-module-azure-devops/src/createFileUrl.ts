import type { Source } from './Source';
import type { CodeFile } from './search/CodeFile';

/** The address of a file as the pages of Azure DevOps show it, and as the URL reader takes it. */
export function createFileUrl(options: {
  source: Pick<Source, 'host' | 'organization' | 'branch'>;
  file: CodeFile;
}): string {
  const { source, file } = options;
  const repository = [
    source.organization,
    file.project.name,
    '_git',
    file.repository.name,
  ].map(escapePart);
  const version = source.branch
    ? `&version=GB${escapePart(source.branch)}`
    : '';
  return `https://${source.host}/${repository.join('/')}?path=${escapePart(
    file.path,
  )}${version}`;
}

/** Leaves slashes alone, and escapes what encodeURI takes for parts of the URL, such as the # of a project "C# tools". */
function escapePart(text: string): string {
  return encodeURI(text).replace(/[#?&+;]/g, encodeURIComponent);
}
