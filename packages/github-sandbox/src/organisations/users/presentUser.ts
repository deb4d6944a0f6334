import type { Sandbox } from '../../core/Sandbox';
import type { Account } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../presentAccount';
import { repositoryCounts } from './repositoryCounts';

/** GitHub's `public-user`, which stands for organisations too, and `private-user`, which only the person itself gets. */
export function presentUser(options: {
  sandbox: Sandbox;
  urls: Urls;
  account: Account;
  shape: 'public' | 'private';
  /** Addresses are shown to nobody who is not signed in. */
  withEmail: boolean;
}) {
  const { account, shape, withEmail } = options;
  const person = account.kind === 'user' ? account : undefined;
  const counts = repositoryCounts(options);
  return {
    ...presentAccount(options),
    user_view_type: shape,
    name: account.name,
    company: person?.company ?? null,
    // GitHub has an empty text where there is none.
    blog: account.blog ?? '',
    location: account.location,
    email: withEmail ? account.email : null,
    hireable: person?.hireable ?? null,
    bio: person?.bio ?? null,
    twitter_username: person?.twitterUsername ?? null,
    public_repos: counts.public,
    public_gists: 0,
    followers: person?.followers ?? 0,
    following: person?.following ?? 0,
    created_at: account.createdAt,
    updated_at: account.updatedAt,
    ...(shape === 'private' && {
      notification_email: account.email,
      private_gists: 0,
      total_private_repos: counts.private,
      owned_private_repos: counts.private,
      disk_usage: 0,
      collaborators: 0,
      two_factor_authentication: person?.twoFactor ?? false,
      plan: {
        name: 'pro',
        space: 976562499,
        collaborators: 0,
        private_repos: 9999,
      },
    }),
  };
}
