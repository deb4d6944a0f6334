import type { Repository } from '../core/state';
import type { Commit } from '../git';
import type { Route } from '../http/Route';
import { presentCommit } from '../repositories/commits/presentCommit';
import { accountOfEmail } from '../repositories/identity/accountOfEmail';
import { openGit } from '../repositories/openGit';
import { presentRepository } from '../repositories/present/presentRepository';
import { valuesOf } from './parseQuery';
import { readSearch } from './readSearch';
import { repositoriesInScope } from './repositoriesInScope';
import { searchAnswer } from './searchAnswer';

/** Commits of the default branches, by the words of their messages, `author:` and `hash:`. https://docs.github.com/rest/search/search#search-commits */
export const searchCommits: Route = {
  route: 'GET /search/commits',
  on: 'anything',
  access: { permission: { name: 'metadata', level: 'read' } },
  async handle(call) {
    const { sandbox } = call;
    const query = readSearch(call);
    const authors = valuesOf({ query, name: 'author' });
    const hashes = valuesOf({ query, name: 'hash' });
    const isWanted = (commit: Commit) =>
      query.words.every(word => commit.message.toLowerCase().includes(word)) &&
      (hashes.length === 0 ||
        hashes.some(hash => commit.sha.startsWith(hash.toLowerCase()))) &&
      (authors.length === 0 ||
        authors.includes(
          accountOfEmail({ sandbox, email: commit.author.email })?.login ?? '',
        ));

    const found: Array<{ repository: Repository; commit: Commit }> = [];
    for (const repository of repositoriesInScope({ call, query })) {
      if (repository.pushedAt) {
        const git = await openGit({ sandbox, repository });
        const commits = await git.history({ from: repository.defaultBranch });
        found.push(
          ...commits.filter(isWanted).map(commit => ({ repository, commit })),
        );
      }
    }
    found.sort(
      (a, b) =>
        b.commit.committer.date.getTime() - a.commit.committer.date.getTime(),
    );
    return searchAnswer({
      call,
      found,
      present: rows =>
        rows.map(({ repository, commit }) => ({
          ...presentCommit({ ...call, repository, commit }),
          repository: presentRepository({ ...call, repository }),
          score: 1,
        })),
    });
  },
};
