import type { CatalogScmEvent } from '@backstage/plugin-catalog-node/alpha';
import type { RepositoryHint } from '../../sync/RepositoryHint';
import type { RepositoryPayload } from '../payloads/payloadSchemas';
import type { Reaction } from './Reaction';

/** A repository was made, changed, moved or deleted. */
export function onRepository(options: {
  payload: RepositoryPayload;
  host: string;
}): Reaction[] {
  const { payload, host } = options;
  const { action, repository, changes } = payload;
  const hint: RepositoryHint = {
    host,
    owner: repository.owner.login,
    name: repository.name,
    repositoryId: repository.node_id,
    reason: 'repository',
    ...(typeof repository.updated_at === 'string' &&
      // Of a deletion it is the time of the change before.
      action !== 'deleted' && {
        happenedAt: new Date(repository.updated_at).toISOString(),
      }),
  };
  const reactions: Reaction[] = [
    {
      kind: 'hint',
      hint: action === 'deleted' ? { ...hint, saysGone: true } : hint,
    },
  ];
  const before = changes?.owner?.from;
  const oldOwner = before?.organization?.login ?? before?.user?.login;
  if (action === 'transferred' && oldOwner) {
    // Only the new owner's side hears of it: https://docs.github.com/webhooks/webhook-events-and-payloads?actionType=transferred#repository
    reactions.push({
      kind: 'hint',
      // Without its id, with which it would be one question with the one above.
      hint: {
        ...hint,
        owner: oldOwner,
        repositoryId: undefined,
        saysGone: true,
      },
    });
  }
  const scmEvent = scmEventOf(payload);
  return scmEvent
    ? [...reactions, { kind: 'scm', events: [scmEvent] }]
    : reactions;
}

/** As stock's `GithubScmEventsBridge` has it. */
function scmEventOf(payload: RepositoryPayload): CatalogScmEvent | undefined {
  const { action, repository, changes } = payload;
  const url = repository.html_url;
  const parent = url.split('/').slice(0, -1).join('/');
  const movedFrom = (fromUrl: string, toUrl: string): CatalogScmEvent => ({
    type: 'repository.moved',
    fromUrl,
    toUrl,
  });
  switch (action) {
    case 'created':
      return { type: 'repository.created', url };
    case 'deleted':
      return { type: 'repository.deleted', url };
    case 'archived':
    case 'unarchived':
    case 'privatized':
    case 'publicized':
      return { type: 'repository.updated', url };
    case 'renamed': {
      const name = changes?.repository?.name.from;
      return name ? movedFrom(`${parent}/${name}`, url) : undefined;
    }
    case 'edited': {
      const branch = changes?.default_branch?.from;
      return branch
        ? movedFrom(
            `${url}/blob/${branch}`,
            `${url}/blob/${repository.default_branch}`,
          )
        : undefined;
    }
    case 'transferred': {
      const from = changes?.owner?.from;
      const account = from?.user ?? from?.organization;
      const site = parent.split('/').slice(0, -1).join('/');
      return account
        ? movedFrom(
            `${account.html_url ?? `${site}/${account.login}`}/${
              repository.name
            }`,
            url,
          )
        : undefined;
    }
    default:
      return undefined;
  }
}
