import type { Sandbox } from '../../core/Sandbox';
import type { Commit, Signature } from '../../git';
import { notFound } from '../../http/GitHubError';
import type { RepositoryCall, Route } from '../../http/Route';
import { accountOfEmail } from '../identity/accountOfEmail';
import { openGit } from '../openGit';
import { requireCommit } from '../requireCommit';
import { presentCommit } from './presentCommit';

/** https://docs.github.com/rest/commits/commits#list-commits */
export const listCommits: Route = {
  route: 'GET /repos/{owner}/{repo}/commits',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'read' } },
  async handle(call) {
    const { repository, query } = call;
    const git = await openGit(call);
    const from = await requireCommit({
      git,
      name: query.get('sha') || repository.defaultBranch,
      missing: notFound(),
    });
    const filters = {
      path: query.get('path')?.replace(/^\/+|\/+$/g, '') || undefined,
      since: dateOf(query.get('since')),
      until: dateOf(query.get('until')),
    };
    const people = peopleFilter(call);
    const { page, perPage } = call.page;
    const skip = (page - 1) * perPage;

    if (people) {
      const all = (await git.history({ from, ...filters })).filter(people);
      return {
        body: present(call, all.slice(skip, skip + perPage)),
        total: all.length,
      };
    }
    const commits = await git.history({
      from,
      ...filters,
      skip,
      limit: perPage + 1,
    });
    const body = present(call, commits.slice(0, perPage));
    return Object.values(filters).some(Boolean)
      ? { body, more: commits.length > perPage }
      : { body, total: await git.countHistory({ from }) };
  },
};

function present(call: RepositoryCall, commits: Commit[]) {
  return commits.map(commit => presentCommit({ ...call, commit }));
}

function dateOf(text: string | null): Date | undefined {
  const date = text ? new Date(text) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}

/** `author` and `committer` are logins or emails. */
function peopleFilter({ sandbox, query }: RepositoryCall) {
  const author = query.get('author');
  const committer = query.get('committer');
  if (!author && !committer) return undefined;
  return (commit: Commit) =>
    (!author || isBy({ sandbox, signature: commit.author, name: author })) &&
    (!committer ||
      isBy({ sandbox, signature: commit.committer, name: committer }));
}

function isBy(options: {
  sandbox: Sandbox;
  signature: Signature;
  name: string;
}): boolean {
  const { sandbox, signature } = options;
  const name = options.name.toLowerCase();
  return (
    signature.email.toLowerCase() === name ||
    accountOfEmail({
      sandbox,
      email: signature.email,
    })?.login.toLowerCase() === name
  );
}
