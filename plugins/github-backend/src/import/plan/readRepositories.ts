import type { GithubSettings } from '../../config/GithubSettings';
import { sourcesOf } from '../../config/sourcesOf';
import type { GithubRepositories } from '../../github/GithubRepositories';
import type { RepositoryRead } from '../../github/RepositoryRead';
import type { MirrorView } from '../../store/MirrorView';
import { readMirrored } from './readMirrored';
import { wantedFiles } from './descriptorPaths';

/** All repositories of an organisation, and what GitHub left out, in words. */
export interface RepositoriesRead {
  repositories: RepositoryRead[];
  problems: string[];
}

/**
 * All repositories of an organisation with their descriptors and what inference needs: from the mirror, which costs next to nothing, or in
 * pages from GitHub where it is not mirrored. Throws Octokit's errors, and an `AbortError` of `signal`.
 */
export async function readRepositories(options: {
  host: string;
  organisation: string;
  settings: GithubSettings;
  view: Pick<MirrorView, 'repositoriesOf' | 'filesAt'>;
  github: GithubRepositories;
  onProgress(progress: { read: number; expected?: number }): Promise<void>;
  /** Whether texts of files are wanted; without, those that the mirror has are `unread`. @defaultValue true */
  withTexts?: boolean;
  signal?: AbortSignal;
}): Promise<RepositoriesRead> {
  const { host, organisation, settings, view, github, onProgress, signal } =
    options;
  const sources = sourcesOf({ settings, host, owner: organisation });
  const wanted = { files: wantedFiles(sources), hints: true };

  const known =
    sources.length > 0
      ? await view.repositoriesOf({ host, owner: organisation })
      : [];
  if (known.length > 0) {
    return readMirrored({ ...options, known, wanted });
  }

  const repositories = new Map<string, RepositoryRead>();
  const problems: string[] = [];
  let after: string | undefined;
  do {
    signal?.throwIfAborted();
    const page = await github.page({
      ...{ host, owner: organisation, order: 'name', after, wanted, signal },
    });
    page.repositories.forEach(one => repositories.set(one.id, one));
    if (!page.complete) problems.push(...page.problems);
    problems.push(...page.refused);
    await onProgress({ read: repositories.size, expected: page.totalCount });
    after = page.next;
  } while (after !== undefined);
  return { repositories: [...repositories.values()], problems };
}
