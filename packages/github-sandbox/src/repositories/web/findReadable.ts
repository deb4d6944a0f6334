import type { Context } from 'hono';
import { authenticate, canSee } from '../../access';
import { findRepository } from '../../core/names/findRepository';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, Repository } from '../../core/state';
import type { Env } from '../../http/Env';
import { isLinkToken } from '../links/isLinkToken';

/**
 * The repository of an address outside of the API (`:owner`, `:repo`), if whoever asks may read it: because it is public, by the credential
 * in the header, or by the token in the address. Undefined stands for all else, so that hidden repositories are not told from missing ones.
 */
export async function findReadable(options: {
  sandbox: Sandbox;
  context: Context<Env>;
  /** What a token in the address must open. */
  subject: (repository: Repository) => string;
}): Promise<{ repository: Repository; owner: Account } | undefined> {
  const { sandbox, context, subject } = options;
  const { owner, repo } = context.req.param() as Record<string, string>;
  const found = findRepository({ sandbox, owner, name: repo });
  if (found.outcome === 'missing') return undefined;
  const { repository } = found;
  const authentication = await authenticate({
    sandbox,
    authorization: context.req.header('authorization'),
    address: '127.0.0.1',
  });
  const viewer =
    authentication.outcome === 'authenticated'
      ? authentication.viewer
      : undefined;
  if (viewer) context.set('viewer', viewer);
  const mayRead =
    repository.visibility === 'public' ||
    (viewer && canSee({ sandbox, viewer, repository })) ||
    isLinkToken({
      sandbox,
      subject: subject(repository),
      token: context.req.query('token'),
    });
  return mayRead ? { repository, owner: found.owner } : undefined;
}
