import { presentApp } from '../../apps/present/presentApp';
import type { RepositoryCall } from '../../http/Route';
import { presentAccount } from '../../organisations/presentAccount';
import { presentTeam } from '../../organisations/teams/present/presentTeam';
import type { Actors } from './StoredProtection';

/** People, teams and Apps that settings name, as GitHub shows them. Who is gone is left out. */
export function presentActors(options: {
  call: RepositoryCall;
  actors: Actors;
}) {
  const { sandbox, urls, repository } = options.call;
  const { users, teams, apps } = options.actors;
  const known = sandbox.state.teams.by('organisation', repository.ownerId);
  return {
    users: users
      .flatMap(
        login => sandbox.state.users.first('login', login.toLowerCase()) ?? [],
      )
      .map(account => presentAccount({ urls, account })),
    teams: teams
      .flatMap(slug => known.find(team => team.slug === slug) ?? [])
      .map(team => presentTeam({ sandbox, urls, team })),
    apps: apps
      .flatMap(slug => sandbox.state.apps.first('slug', slug) ?? [])
      .map(app => presentApp({ sandbox, urls, app })),
  };
}
