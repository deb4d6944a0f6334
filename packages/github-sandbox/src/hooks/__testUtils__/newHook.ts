import type { Sandbox } from '../../core/Sandbox';
import type { Hook, Repository } from '../../core/state';

/** A hook of a repository, without a ping. */
export function newHook(options: {
  sandbox: Sandbox;
  repository: Repository;
  url: string;
}): Hook {
  const { sandbox, repository, url } = options;
  const now = sandbox.clock.iso();
  return sandbox.state.hooks.insert({
    id: sandbox.nextId(),
    target: { kind: 'repository', id: repository.id },
    active: true,
    events: ['star'],
    url,
    contentType: 'json',
    secret: null,
    insecureSsl: false,
    createdAt: now,
    updatedAt: now,
  });
}
