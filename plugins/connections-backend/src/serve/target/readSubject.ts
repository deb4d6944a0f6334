import type { ClientOptions } from '@callboard/plugin-github-node';
import type { Asked } from '../../facts/asking/Asked';
import type { Asker } from '../../facts/asking/createAsker';
import type { Subject } from './Subject';

/** Tries to read the owner, and the repository where one is meant, as the credential that serves it. */
export async function readSubject(options: {
  asker: Asker;
  as: NonNullable<ClientOptions['as']>;
  owner?: string;
  repository?: string;
}): Promise<Subject> {
  const { asker, as, owner, repository } = options;
  if (!owner) {
    return { ownerType: 'unknown', state: { outcome: 'readable' } };
  }
  const [account, asked] = await Promise.all([
    asker.ask({
      as,
      route: 'GET /users/{username}',
      parameters: { username: owner },
    }),
    repository
      ? asker.ask({
          as,
          route: 'GET /repos/{owner}/{repo}',
          parameters: { owner, repo: repository },
        })
      : undefined,
  ]);
  const decisive = asked ?? account;
  return {
    owner,
    repository,
    ownerType: ownerTypeOf({ account, asked }),
    state: stateOf({ asked: decisive, isRepository: asked !== undefined }),
    scopesHeader: headerOf(decisive) ?? headerOf(account),
  };
}

function ownerTypeOf(options: {
  account: Asked;
  asked: Asked | undefined;
}): Subject['ownerType'] {
  const { account, asked } = options;
  const types = [
    account.outcome === 'answered' && account.data?.type,
    asked?.outcome === 'answered' && asked.data?.owner?.type,
  ];
  const told = types.find(type => type === 'Organization' || type === 'User');
  if (told) return told;
  return account.outcome === 'refused' && account.status === 404
    ? 'missing'
    : 'unknown';
}

function stateOf(options: {
  asked: Asked;
  isRepository: boolean;
}): Subject['state'] {
  const { asked, isRepository } = options;
  switch (asked.outcome) {
    case 'silent':
      return { outcome: 'unknown', reason: asked.reason };
    case 'refused':
      if (asked.status === 404) return { outcome: 'hidden' };
      return {
        outcome: 'refused',
        reason: asked.message.replace(/\.$/, ''),
        singleSignOn: asked.header('x-github-sso') !== undefined,
      };
    default: {
      const { data } = asked;
      return {
        outcome: 'readable',
        ...(isRepository && {
          repository: {
            private: Boolean(data.private),
            archived: Boolean(data.archived),
            permissions: data.permissions,
          },
        }),
      };
    }
  }
}

function headerOf(asked: Asked): string | undefined {
  return asked.outcome === 'silent'
    ? undefined
    : asked.header('x-oauth-scopes');
}
