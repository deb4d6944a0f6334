import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Commit } from '../../git';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';
import { accountOfEmail } from '../identity/accountOfEmail';
import { fullNameOf } from '../fullNameOf';
import { presentSignature } from './presentSignature';
import { presentVerification } from './presentVerification';

/** GitHub's `commit`, as in lists. Authors are linked to accounts by their email, else null. */
export function presentCommit(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  commit: Commit;
}) {
  const { sandbox, urls, repository, commit } = options;
  const fullName = fullNameOf({ sandbox, repository });
  const api = `${urls.api}/repos/${fullName}`;
  const account = (email: string) => {
    const user = accountOfEmail({ sandbox, email });
    return user ? presentAccount({ urls, account: user }) : null;
  };
  return {
    sha: commit.sha,
    node_id: nodeId({ type: 'Commit', id: `${repository.id}:${commit.sha}` }),
    commit: {
      author: presentSignature(commit.author),
      committer: presentSignature(commit.committer),
      message: commit.message.replace(/\n+$/, ''),
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: presentVerification(commit),
    },
    url: `${api}/commits/${commit.sha}`,
    html_url: `${urls.html}/${fullName}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    author: account(commit.author.email),
    committer: account(commit.committer.email),
    parents: commit.parents.map(sha => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${urls.html}/${fullName}/commit/${sha}`,
    })),
  };
}
