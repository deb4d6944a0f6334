import { CODEOWNERS, HINTS, READMES } from '../graphql/repositoryFields';
import type { RawObject, RawRepository } from '../graphql/RawRepository';
import type { RepositoryRead } from '../RepositoryRead';

/** What inference wants to know; undefined where it was not asked for. */
export function readHints(raw: RawRepository): RepositoryRead['hints'] {
  const object = (alias: string) => raw[alias] as RawObject | null | undefined;
  if (Object.keys(HINTS).every(alias => object(alias) === undefined)) {
    return undefined;
  }
  const owners = Object.entries(CODEOWNERS)
    .map(([alias, path]) => ({ path, object: object(alias) }))
    // The first that is there counts, even if it cannot be read.
    .find(item => item.object?.__typename === 'Blob');
  const text = owners?.object?.isTruncated ? undefined : owners?.object?.text;
  return {
    hasDocs: object('docs')?.__typename === 'Tree',
    hasMkdocs: ['mkdocsYml', 'mkdocsYaml'].some(
      alias => object(alias)?.__typename === 'Blob',
    ),
    ...(owners &&
      typeof text === 'string' && { codeowners: { path: owners.path, text } }),
    ...(object('readme') !== undefined && { readme: readmeOf(object) }),
  };
}

function readmeOf(
  object: (alias: string) => RawObject | null | undefined,
): string | null {
  const found = Object.entries(READMES).find(
    ([alias]) => object(alias)?.__typename === 'Blob',
  );
  return found?.[1] ?? null;
}
