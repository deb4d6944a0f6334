import { isoWithOffset } from '../../../core/isoWithOffset';
import type { Sandbox } from '../../../core/Sandbox';
import type { Repository } from '../../../core/state';
import type { Commit, FileDiff, GitRepository, Signature } from '../../../git';
import type { Urls } from '../../../http/createUrls';
import { fullNameOf } from '../../../repositories/fullNameOf';
import { accountOfEmail } from '../../../repositories/identity/accountOfEmail';

/** A commit as the push event has it, with the paths that it changed. A merge is told against its first parent. */
export async function presentPushedCommit(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  git: GitRepository;
  commit: Commit;
  distinct: boolean;
}) {
  const { sandbox, urls, repository, git, commit, distinct } = options;
  const files = await git.diff({ from: commit.parents[0], to: commit.sha });
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct,
    message: commit.message.replace(/\n+$/, ''),
    timestamp: isoWithOffset(commit.committer),
    url: `${urls.html}/${fullNameOf({ sandbox, repository })}/commit/${
      commit.sha
    }`,
    author: person({ sandbox, signature: commit.author }),
    committer: person({ sandbox, signature: commit.committer }),
    added: paths(files, ['added', 'copied', 'renamed']),
    removed: files.flatMap(file => {
      if (file.status === 'removed') return [file.path];
      return file.status === 'renamed' && file.previousPath
        ? [file.previousPath]
        : [];
    }),
    modified: paths(files, ['modified', 'changed']),
  };
}

function paths(files: FileDiff[], statuses: Array<FileDiff['status']>) {
  return files
    .filter(({ status }) => statuses.includes(status))
    .map(({ path }) => path);
}

function person(options: { sandbox: Sandbox; signature: Signature }) {
  const { sandbox, signature } = options;
  const account = accountOfEmail({ sandbox, email: signature.email });
  return {
    name: signature.name,
    email: signature.email,
    date: isoWithOffset(signature),
    ...(account && { username: account.login }),
  };
}
