import { notFound } from '../../http/GitHubError';
import type { Answer, RepositoryCall, Route } from '../../http/Route';
import { encodePath } from '../encodePath';
import { fullNameOf } from '../fullNameOf';
import { createLinkToken } from '../links/createLinkToken';
import { openGit } from '../openGit';
import { archiveSubject } from './archiveSubject';

const access = { permission: { name: 'contents', level: 'read' as const } };

/**
 * Where to get a repository's files as an archive: a redirect, with a token for five minutes where the repository is not public. Callers
 * leave out the ref, with and without the slash. https://docs.github.com/rest/repos/contents#download-a-repository-archive-tar
 */
export const archiveRoutes: Route[] = (['tarball', 'zipball'] as const).flatMap(
  format =>
    ['/{ref}', '/', ''].map(
      (rest): Route => ({
        route: `GET /repos/{owner}/{repo}/${format}${rest}`,
        on: 'repository',
        access,
        handle: call => redirect(call, format),
      }),
    ),
);

async function redirect(
  call: RepositoryCall,
  format: 'tarball' | 'zipball',
): Promise<Answer> {
  const { repository, params, urls, sandbox } = call;
  const ref = params.ref || repository.defaultBranch;
  const git = await openGit(call);
  if (!(await git.resolve({ expression: ref, type: 'commit' }))) {
    throw notFound();
  }
  const kind = format === 'tarball' ? 'legacy.tar.gz' : 'legacy.zip';
  const url = `${urls.html}/_codeload/${fullNameOf(call)}/${kind}/${encodePath(
    ref,
  )}`;
  const token =
    repository.visibility === 'public'
      ? ''
      : `?token=${createLinkToken({
          sandbox,
          subject: archiveSubject({ repository, ref }),
        })}`;
  return { status: 302, headers: { location: `${url}${token}` } };
}
