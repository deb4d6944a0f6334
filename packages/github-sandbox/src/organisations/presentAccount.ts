import { nodeId } from '../core/nodeId';
import type { Account } from '../core/state';
import type { Urls } from '../http/createUrls';

/** GitHub's `simple-user`, which stands for organisations too. */
export function presentAccount(options: { urls: Urls; account: Account }) {
  const { urls, account } = options;
  const api = `${urls.api}/users/${encodeURIComponent(account.login)}`;
  const htmlName =
    account.type === 'Bot'
      ? `apps/${account.login.replace(/\[bot\]$/, '')}`
      : account.login;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId({ type: account.type, id: account.id }),
    avatar_url: `${urls.html}/avatars/u/${account.id}?v=4`,
    gravatar_id: '',
    url: api,
    html_url: `${urls.html}/${htmlName}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: account.kind === 'user' && account.siteAdmin,
  };
}
