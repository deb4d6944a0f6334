import type { Context } from 'hono';
import { authenticate, canReach } from '../access';
import { findRepository } from '../core/names/findRepository';
import type { Sandbox } from '../core/Sandbox';
import type { GitService } from '../git';
import type { Env } from '../http/Env';
import { gitText } from './gitText';
import { refuseGit } from './refuseGit';
import type { GitRequest } from './GitRequest';
import { readGitName } from './readGitName';

export type GitAdmission =
  | { outcome: 'admitted'; request: GitRequest }
  | { outcome: 'answered'; response: Response };

/**
 * Who asks for what, and whether they may. Public repositories are read without a credential; everything else first answers 401, which
 * makes git ask its user. The user name of Basic does not matter, the password is a token.
 * https://docs.github.com/get-started/git-basics/about-remote-repositories#cloning-with-https-urls
 */
export async function admitGit(options: {
  sandbox: Sandbox;
  context: Context<Env>;
  service: GitService;
}): Promise<GitAdmission> {
  const { sandbox, context, service } = options;
  const answered = (response: Response): GitAdmission => ({
    outcome: 'answered',
    response,
  });
  const name = readGitName(context);
  const authentication = await authenticate({
    sandbox,
    authorization: context.req.header('authorization'),
    address: '127.0.0.1',
  });
  if (authentication.outcome !== 'authenticated') {
    context.get('entry').credential = { kind: 'unknown' };
    return answered(
      gitText({
        status: 401,
        text: 'Invalid username or token. Password authentication is not supported for Git operations.',
      }),
    );
  }
  const { viewer } = authentication;
  context.set('viewer', viewer);

  const found = findRepository({ sandbox, owner: name.owner, name: name.repo });
  const isHidden =
    found.outcome === 'missing' ||
    !canReach({ sandbox, viewer, repository: found.repository });
  if (isHidden || (name.isWiki && !found.repository.features.wiki)) {
    return answered(
      viewer.kind === 'anonymous'
        ? askForCredential(service)
        : repositoryNotFound(),
    );
  }
  const { repository, owner } = found;
  if (found.outcome === 'moved') {
    const { pathname, search } = new URL(context.req.url);
    const path = pathname.replace(
      /^\/[^/]+\/[^/]+/,
      `/${owner.login}/${repository.name}${name.isWiki ? '.wiki' : ''}.git`,
    );
    return answered(
      context.redirect(`${sandbox.baseUrl}${path}${search}`, 301),
    );
  }
  const isPush = service === 'git-receive-pack';
  if (isPush && viewer.kind === 'anonymous')
    return answered(askForCredential(service));
  const refusal = refuseGit({ sandbox, viewer, repository, owner, isPush });
  if (refusal) return answered(gitText({ status: 403, text: refusal }));

  return {
    outcome: 'admitted',
    request: {
      sandbox,
      context,
      service,
      viewer,
      repository,
      owner,
      isWiki: name.isWiki,
      gitId: name.isWiki ? `${repository.id}.wiki` : String(repository.id),
    },
  };
}

/** What makes git ask for a user name and password. */
function askForCredential(service: GitService): Response {
  return gitText({
    status: 401,
    text:
      service === 'git-receive-pack'
        ? 'No anonymous write access.'
        : 'Repository not found.',
  });
}

function repositoryNotFound(): Response {
  return gitText({ status: 404, text: 'Repository not found.' });
}
