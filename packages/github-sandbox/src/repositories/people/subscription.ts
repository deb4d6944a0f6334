import { actorOf, canSee } from '../../access';
import type { Repository } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { presentAccount } from '../../organisations/presentAccount';
import { fullNameOf } from '../fullNameOf';
import { presentRepository } from '../present/presentRepository';

const access = { as: 'user' as const };

/** Watching. https://docs.github.com/rest/activity/watching */
export const subscriptionRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/subscribers',
    on: 'repository',
    handle(call) {
      const { sandbox, repository, urls } = call;
      const people = repository.subscriptions
        .filter(({ subscribed }) => subscribed)
        .flatMap(({ userId }) => sandbox.state.users.get(userId) ?? []);
      const { rows, total } = paginate({ call, rows: people });
      return {
        body: rows.map(account => presentAccount({ urls, account })),
        total,
      };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/subscription',
    on: 'repository',
    access,
    handle(call) {
      const user = actorOf(call.viewer);
      const found = call.repository.subscriptions.find(
        ({ userId }) => userId === user.id,
      );
      if (!found) throw notFound();
      return { body: present(call, found) };
    },
  },
  {
    route: 'PUT /repos/{owner}/{repo}/subscription',
    on: 'repository',
    access,
    handle(call) {
      const { sandbox, repository, body } = call;
      const user = actorOf(call.viewer);
      const subscription = {
        userId: user.id,
        ignored: body.ignored === true,
        subscribed: body.ignored !== true && body.subscribed !== false,
        createdAt: sandbox.clock.iso(),
      };
      forget(repository, user.id);
      repository.subscriptions.push(subscription);
      return { body: present(call, subscription) };
    },
  },
  {
    route: 'DELETE /repos/{owner}/{repo}/subscription',
    on: 'repository',
    access,
    handle({ repository, viewer }) {
      forget(repository, actorOf(viewer).id);
      return { status: 204 };
    },
  },
  {
    route: 'GET /user/subscriptions',
    on: 'anything',
    access,
    handle(call) {
      const { id } = actorOf(call.viewer);
      const watched = call.sandbox.state.repositories.filter(
        repository =>
          repository.subscriptions.some(
            ({ userId, subscribed }) => userId === id && subscribed,
          ) && canSee({ ...call, repository }),
      );
      const { rows, total } = paginate({ call, rows: watched });
      return {
        body: rows.map(repository =>
          presentRepository({ ...call, repository }),
        ),
        total,
      };
    },
  },
];

function forget(repository: Repository, id: number) {
  repository.subscriptions = repository.subscriptions.filter(
    ({ userId }) => userId !== id,
  );
}

function present(
  call: RepositoryCall,
  subscription: Repository['subscriptions'][number],
) {
  const url = `${call.urls.api}/repos/${fullNameOf(call)}`;
  return {
    subscribed: subscription.subscribed,
    ignored: subscription.ignored,
    reason: null,
    created_at: subscription.createdAt,
    url: `${url}/subscription`,
    repository_url: url,
  };
}
