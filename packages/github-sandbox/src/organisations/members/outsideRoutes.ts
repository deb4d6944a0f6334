import { actorOf } from '../../access';
import { GitHubError, notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { personNamed } from '../personNamed';
import { presentAccount } from '../presentAccount';
import { assertOwner } from '../rights/assertOwner';
import { insiderRole } from '../rights/insiderRole';
import { outsideCollaborators } from './outsideCollaborators';
import { removeMember } from './removeMember';

const access = (level: 'read' | 'write') => ({
  permission: { name: 'members', level },
});

/** https://docs.github.com/rest/orgs/outside-collaborators */
export const outsideRoutes: Route[] = [
  {
    route: 'GET /orgs/{org}/outside_collaborators',
    on: 'organisation',
    access: access('read'),
    handle(call) {
      const { query, urls } = call;
      if (!insiderRole(call)) throw notFound();
      const users = outsideCollaborators(call).filter(
        ({ twoFactor }) =>
          !query.get('filter')?.startsWith('2fa_') || !twoFactor,
      );
      const { rows, total } = paginate({ call, rows: users });
      return {
        body: rows.map(account => presentAccount({ urls, account })),
        total,
      };
    },
  },
  {
    route: 'PUT /orgs/{org}/outside_collaborators/{username}',
    on: 'organisation',
    access: access('write'),
    handle(call) {
      const { organisation, sandbox, viewer } = call;
      assertOwner(call);
      const user = personNamed({ ...call, login: call.params.username });
      const member = organisation.members.find(
        ({ userId }) => userId === user.id,
      );
      if (!member) {
        throw new GitHubError({
          status: 403,
          message: `${user.login} is not a member of the ${organisation.login} organization.`,
        });
      }
      removeMember({ sandbox, organisation, member, sender: actorOf(viewer) });
      return { status: 204 };
    },
  },
  {
    route: 'DELETE /orgs/{org}/outside_collaborators/{username}',
    on: 'organisation',
    access: access('write'),
    handle(call) {
      const { organisation, sandbox, viewer } = call;
      assertOwner(call);
      const user = personNamed({ ...call, login: call.params.username });
      if (organisation.members.some(({ userId }) => userId === user.id)) {
        throw new GitHubError({
          status: 422,
          message:
            'You cannot specify an organization member to remove as an outside collaborator.',
        });
      }
      for (const repository of sandbox.state.repositories.by(
        'owner',
        organisation.id,
      )) {
        const before = repository.collaborators.length;
        repository.collaborators = repository.collaborators.filter(
          ({ userId }) => userId !== user.id,
        );
        if (repository.collaborators.length < before) {
          sandbox.events.emit({
            name: 'member',
            action: 'removed',
            repository,
            member: user,
            sender: actorOf(viewer),
          });
        }
      }
      return { status: 204 };
    },
  },
];
