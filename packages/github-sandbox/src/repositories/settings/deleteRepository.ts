import { actorOf } from '../../access';
import type { Route } from '../../http/Route';
import { removeRepository } from './removeRepository';

/** Needs the scope `delete_repo`. https://docs.github.com/rest/repos/repos#delete-a-repository */
export const deleteRepository: Route = {
  route: 'DELETE /repos/{owner}/{repo}',
  on: 'repository',
  access: {
    permission: { name: 'administration', level: 'write' },
    scopes: ['delete_repo'],
    role: 'admin',
  },
  async handle(call) {
    const { sandbox, repository, viewer } = call;
    // While it is there, so that those who hear of it can still describe it.
    sandbox.events.emit({
      name: 'repository',
      action: 'deleted',
      repository,
      sender: actorOf(viewer),
    });
    await removeRepository(call);
    return { status: 204 };
  },
};
