import type { Access, RepositoryCall, Route } from '../../http/Route';
import { GitHubError } from '../../http/GitHubError';
import type { Answer } from '../../http/Route';
import { encodePath } from '../../repositories/encodePath';
import { fullNameOf } from '../../repositories/fullNameOf';
import { openGit } from '../../repositories/openGit';
import { branchProtectionOf } from '../../repositories/protection/branchProtectionOf';
import type { StoredProtection } from './StoredProtection';

/** A request about a branch that is protected. */
export interface ProtectionCall extends RepositoryCall {
  protection: StoredProtection;
  /** Of the protection, in the layout of the request. */
  url: string;
  /** Keeps what has been changed in `protection`. */
  keep(): void;
}

const access = (level: 'read' | 'write'): Access => ({
  permission: { name: 'administration', level },
  role: 'admin',
});

/** A route about the protection of a branch, or a part of it. Answers 404 where the branch is missing or not protected. */
export function protectionRoute(options: {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** After `/protection`. */
  path?: string;
  handle(call: ProtectionCall): Promise<Answer> | Answer;
}): Route {
  const { method, path = '', handle } = options;
  return {
    route: `${method} /repos/{owner}/{repo}/branches/{branch}/protection${path}`,
    on: 'repository',
    access: access(method === 'GET' ? 'read' : 'write'),
    async handle(call) {
      await assertBranch(call);
      const { repository, params } = call;
      const protection = branchProtectionOf({
        repository,
        branch: params.branch,
      });
      if (!protection) {
        throw new GitHubError({ status: 404, message: 'Branch not protected' });
      }
      return handle({
        ...call,
        protection,
        url: protectionUrl(call),
        keep() {
          repository.branchProtection[params.branch] = protection;
        },
      });
    },
  };
}

/** Throws 404 for a branch that is not there. */
export async function assertBranch(call: RepositoryCall): Promise<void> {
  const git = await openGit(call);
  if (!(await git.readRef({ ref: `refs/heads/${call.params.branch}` }))) {
    throw new GitHubError({ status: 404, message: 'Branch not found' });
  }
}

/** The address of a branch's protection. */
export function protectionUrl(call: RepositoryCall): string {
  const { urls, params } = call;
  return `${urls.api}/repos/${fullNameOf(call)}/branches/${encodePath(
    params.branch,
  )}/protection`;
}

/** 404 for a part of the protection that is off. */
export function notEnabled(what: string): GitHubError {
  return new GitHubError({ status: 404, message: `${what} not enabled` });
}
