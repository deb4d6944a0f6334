import type { RequestContext } from './RequestContext';
import { requestJson } from './requestJson';

/**
 * Makes sure that nothing was found because nothing is there. The search leaves out what its user may not see, so that
 * a token that has lost its access gets an empty answer, and no error.
 *
 * @throws Error when no repository of the project can be seen.
 */
export async function checkNothingFound(
  options: RequestContext,
): Promise<void> {
  const { host, organization, project } = options.source;
  const body = await requestJson({
    ...options,
    url: `https://${host}/${encodeURI(
      organization,
    )}/_apis/git/repositories?api-version=6.0`,
  });
  const { value } = (body ?? {}) as {
    value?: { project?: { name?: string } }[];
  };
  const pattern = createPattern(project);
  if (
    !value?.some(repository => pattern.test(repository.project?.name ?? ''))
  ) {
    throw new Error(
      `The code search found no file, and the credentials see no repository of ${host}/${organization}, project "${project}": ` +
        'give their user access to the project, or remove this source if the project is gone.',
    );
  }
}

/** Reads the wildcards of the search, and quotes around a name with spaces. */
function createPattern(name: string): RegExp {
  const source = name
    .replace(/^"(.*)"$/, '$1')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'i');
}
