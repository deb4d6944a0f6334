import { authorise } from '../access';
import type { Viewer } from '../access';
import type { Sandbox } from '../core/Sandbox';
import type { Account, Repository } from '../core/state';
import type { Access } from '../http/Route';

/** Why a git client may not read from or push to a repository that its credential reaches, in the words that git shows; undefined: it may. */
export function refuseGit(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  repository: Repository;
  owner: Account;
  isPush: boolean;
}): string | undefined {
  const { repository, owner, viewer, isPush } = options;
  const refusal = (access: Access) =>
    authorise({ ...options, access, method: isPush ? 'PUT' : 'GET' });
  const permission = {
    name: 'contents',
    level: isPush ? ('write' as const) : ('read' as const),
  };
  if (isPush && repository.archived) {
    return 'This repository was archived so it is read-only.';
  }
  const byCredential = refusal({ permission });
  if (byCredential?.headers['x-github-sso']) {
    return `The '${owner.login}' organization has enabled or enforced SAML SSO. To access this repository, you must use the HTTPS remote with a personal access token or SSH with an SSH key and passphrase that has been authorized for this organization.`;
  }
  if (byCredential) return 'Write access to repository not granted.';
  if (isPush && refusal({ permission, role: 'push' })) {
    const login = viewer.kind === 'user' ? viewer.user.login : 'this token';
    return `Permission to ${owner.login}/${repository.name}.git denied to ${login}.`;
  }
  return undefined;
}
