import { nodeId } from '../../../core/nodeId';
import type { Account } from '../../../core/state';
import { findVisibleRepository } from '../repositories/findVisibleRepository';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';

interface AccountSource {
  account: Account;
}

/** What people, bots and organisations have in common. */
export const accountFields: Resolvers<AccountSource> = {
  id: ({ account }) => nodeId({ type: account.type, id: account.id }),
  databaseId: ({ account }) => account.id,
  login: ({ account }) => account.login,
  avatarUrl: ({ account }, { size }, { urls }) =>
    `${urls.html}/avatars/u/${account.id}?${size ? `s=${size}&` : ''}v=4`,
  createdAt: ({ account }) => account.createdAt,
  updatedAt: ({ account }) => account.updatedAt,
  ...located<AccountSource>(({ account }) =>
    account.type === 'Bot'
      ? `/apps/${account.login.replace(/\[bot\]$/, '')}`
      : `/${account.login}`,
  ),
};

/** What people and organisations have beside, as profiles and as owners of repositories. */
export const ownerFields: Resolvers<AccountSource> = {
  ...accountFields,
  name: ({ account }) => account.name,
  location: ({ account }) => account.location,
  websiteUrl: ({ account }) => account.blog || null,
  twitterUsername: () => null,
  repository: ({ account }, { name, followRenames }, context) =>
    findVisibleRepository({
      context,
      owner: account.login,
      name,
      followRenames,
    }),
};
