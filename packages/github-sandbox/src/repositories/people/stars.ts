import { actorOf, canSee } from '../../access';
import { findAccount } from '../../core/names/findAccount';
import type { Repository, User } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Call, Route } from '../../http/Route';
import { presentAccount } from '../../organisations/presentAccount';
import { presentRepository } from '../present/presentRepository';

const starring = (level: 'read' | 'write') => ({
  as: 'user' as const,
  permission: { name: 'starring', level },
});

/** https://docs.github.com/rest/activity/starring */
export const starRoutes: Route[] = [
  {
    route: 'GET /user/starred',
    on: 'anything',
    access: starring('read'),
    handle: call => starred(call, actorOf(call.viewer)),
  },
  {
    route: 'GET /users/{username}/starred',
    on: 'anything',
    handle(call) {
      const account = findAccount({ ...call, login: call.params.username });
      if (account?.kind !== 'user') throw notFound();
      return starred(call, account);
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/stargazers',
    on: 'repository',
    handle(call) {
      const { sandbox, repository, urls } = call;
      const people = sandbox.state.users.filter(user =>
        user.starred.includes(repository.id),
      );
      const { rows, total } = paginate({ call, rows: people });
      return {
        body: rows.map(account => presentAccount({ urls, account })),
        total,
      };
    },
  },
  {
    route: 'GET /user/starred/{owner}/{repo}',
    on: 'repository',
    access: starring('read'),
    handle({ viewer, repository }) {
      if (!actorOf(viewer).starred.includes(repository.id)) throw notFound();
      return { status: 204 };
    },
  },
  {
    route: 'PUT /user/starred/{owner}/{repo}',
    on: 'repository',
    access: starring('write'),
    handle(call) {
      changeStar({ ...call, user: actorOf(call.viewer), star: true });
      return { status: 204 };
    },
  },
  {
    route: 'DELETE /user/starred/{owner}/{repo}',
    on: 'repository',
    access: starring('write'),
    handle(call) {
      changeStar({ ...call, user: actorOf(call.viewer), star: false });
      return { status: 204 };
    },
  },
];

/** Gives or takes a star. Doing so twice changes nothing. */
export function changeStar(options: {
  sandbox: Call['sandbox'];
  repository: Repository;
  user: User;
  star: boolean;
}): void {
  const { sandbox, repository, user, star } = options;
  if (user.starred.includes(repository.id) === star) return;
  user.starred = star
    ? [...user.starred, repository.id]
    : user.starred.filter(id => id !== repository.id);
  sandbox.changed();
  sandbox.events.emit({
    name: 'star',
    action: star ? 'created' : 'deleted',
    repository,
    sender: user,
  });
}

function starred(call: Call, user: User) {
  const repositories = [...user.starred]
    .reverse()
    .flatMap(id => call.sandbox.state.repositories.get(id) ?? [])
    .filter(repository => canSee({ ...call, repository }));
  const { rows, total } = paginate({ call, rows: repositories });
  return {
    body: rows.map(repository => presentRepository({ ...call, repository })),
    total,
  };
}
