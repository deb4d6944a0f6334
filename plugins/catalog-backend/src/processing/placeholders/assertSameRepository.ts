import { parseScmUrl, type ScmUrl } from '../../locations/parseScmUrl';

/**
 * Throws when `url` is a file of another repository than `baseUrl` is: the reader's credentials may open repositories that the author
 * of an entity cannot read. URLs that are no files of repositories are none of its business.
 */
export function assertSameRepository(options: {
  url: string;
  baseUrl: string;
}): void {
  const target = parseFileUrl(options.url);
  const base = parseFileUrl(options.baseUrl);
  if (!target || !base) return;
  if (
    target.resource !== base.resource ||
    target.full_name !== base.full_name
  ) {
    throw new Error(
      'Placeholder may only reference files from the same repository as the entity',
    );
  }
}

function parseFileUrl(url: string): ScmUrl | undefined {
  try {
    const parsed = parseScmUrl(url);
    return parsed.owner && parsed.name && parsed.filepath ? parsed : undefined;
  } catch {
    return undefined;
  }
}
