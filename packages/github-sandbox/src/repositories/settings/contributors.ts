import type { User } from '../../core/state';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { presentAccount } from '../../organisations/presentAccount';
import { accountOfEmail } from '../identity/accountOfEmail';
import { openGit } from '../openGit';

interface Contributor {
  user: User | undefined;
  name: string;
  email: string;
  contributions: number;
}

/** Who wrote the commits of the default branch, most first. https://docs.github.com/rest/repos/repos#list-repository-contributors */
export const contributorsRoute: Route = {
  route: 'GET /repos/{owner}/{repo}/contributors',
  on: 'repository',
  async handle(call) {
    const { sandbox, repository, query, urls } = call;
    const git = await openGit(call);
    const commits = await git.history({ from: repository.defaultBranch });
    if (commits.length === 0) return { status: 204 };

    const contributors = new Map<string, Contributor>();
    for (const { author } of commits) {
      const user = accountOfEmail({ sandbox, email: author.email });
      const key = user ? String(user.id) : author.email.toLowerCase();
      const known = contributors.get(key);
      contributors.set(key, {
        user,
        name: author.name,
        email: author.email,
        contributions: (known?.contributions ?? 0) + 1,
      });
    }
    const withUnknown = ['1', 'true'].includes(query.get('anon') ?? '');
    const { rows, total } = paginate({
      call,
      rows: [...contributors.values()]
        .filter(({ user }) => user || withUnknown)
        .sort((a, b) => b.contributions - a.contributions),
    });
    return {
      body: rows.map(({ user, name, email, contributions }) =>
        user
          ? { ...presentAccount({ urls, account: user }), contributions }
          : { type: 'Anonymous', email, name, contributions },
      ),
      total,
    };
  },
};
