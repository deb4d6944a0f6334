import { OAuthError } from '../failures/OAuthError';
import type { GithubProfile } from './GithubProfile';
import { readJson, requestApi } from './githubRequests';

/**
 * Who a token belongs to. The address is the one of the public profile, of which nothing is known, or with the scope `user:email` the primary
 * one, with GitHub's word on whether it was verified. Throws `OAuthError` `invalid_token` where the token is none any more.
 */
export async function fetchProfile(options: {
  apiUrl: string;
  accessToken: string;
  scopes: string[];
}): Promise<GithubProfile> {
  const { apiUrl, accessToken, scopes } = options;
  const response = await requestApi({ url: `${apiUrl}/user`, accessToken });
  if (!response.ok) {
    throw new OAuthError({
      code: response.status === 401 ? 'invalid_token' : 'unexpected_answer',
      description: `GitHub answered ${response.status} to the question who this is`,
    });
  }
  const user = await readJson(response);
  const email = scopes.some(scope => scope === 'user' || scope === 'user:email')
    ? await fetchEmail({ apiUrl, accessToken })
    : undefined;
  const publicEmail = user.email && { value: String(user.email) };
  const emails = email ?? publicEmail;
  return {
    provider: 'github',
    id: String(user.id),
    nodeId: user.node_id,
    username: user.login,
    displayName: user.name ?? user.login,
    ...(emails && { emails: [emails] }),
    ...(user.avatar_url && { photos: [{ value: user.avatar_url }] }),
  } as GithubProfile;
}

async function fetchEmail(options: { apiUrl: string; accessToken: string }) {
  const { apiUrl, accessToken } = options;
  const response = await requestApi({
    url: `${apiUrl}/user/emails`,
    accessToken,
  });
  const list = response.ok ? await response.json().catch(() => []) : [];
  const primary = Array.isArray(list) && list.find(one => one?.primary);
  return primary
    ? { value: String(primary.email), verified: primary.verified === true }
    : undefined;
}
