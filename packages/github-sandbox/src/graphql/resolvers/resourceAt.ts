import { findAccount } from '../../core/names/findAccount';
import { findRepository } from '../../core/names/findRepository';
import { findIssue } from '../../issues/findIssue';
import type { GraphqlContext } from '../GraphqlContext';
import { demandNode } from '../ids/demandNode';
import { Problem } from '../Problem';
import { isVisible } from '../rights/isVisible';
import { source } from '../sources/source';
import { repositoryNode } from './repositories/repositoryNode';
import { samlProblem } from '../rights/samlProblem';
import { gitOf } from './git/gitOf';

/** What has its page at an address, full or from the root: an account, a repository, an issue, a pull request or a commit; null for others. */
export async function resourceAt(options: {
  url: string;
  context: GraphqlContext;
}) {
  const { url, context } = options;
  const { sandbox } = context;
  if (!URL.canParse(url, context.urls.html)) return null;
  const { pathname } = new URL(url, context.urls.html);
  const [login, name, kind, rest] = pathname.split('/').filter(Boolean);
  if (!login) return null;
  if (!name) {
    const account = findAccount({ sandbox, login });
    if (account?.kind === 'organisation') {
      return (
        samlProblem({ context, organisation: account }) ??
        source.account(account)
      );
    }
    return account ? source.account(account) : null;
  }
  const found = findRepository({ sandbox, owner: login, name });
  if (
    found.outcome === 'missing' ||
    !isVisible({ context, repository: found.repository })
  ) {
    return null;
  }
  const { repository } = found;
  const node = repositoryNode({ repository, context });
  if (!kind || node instanceof Problem) return node;
  if (kind === 'issues' || kind === 'pull') {
    const issue = findIssue({ sandbox, repository, number: Number(rest) });
    if (!issue) return null;
    const target = source.issue(issue);
    demandNode({ context, type: target.__typename, repository });
    return target;
  }
  if (kind !== 'commit' || !rest) return null;
  demandNode({ context, type: 'Commit', repository });
  const git = await gitOf({ repository, context });
  const commit = await git.resolve({ expression: rest, type: 'commit' });
  return commit ? source.commit(repository, commit.sha) : null;
}
