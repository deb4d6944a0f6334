import { accountById } from '../../core/names/accountById';
import { clientDetails } from '../../access/findClient';
import type { Client } from '../../access/findClient';
import type { Sandbox } from '../../core/Sandbox';
import type { Token, User } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';
import { presentRepository } from '../../repositories/present/presentRepository';

/** GitHub's `authorization`: a token as its application sees it. `secret` is what the caller showed or gets. */
export function presentAuthorization(options: {
  sandbox: Sandbox;
  urls: Urls;
  client: Client;
  token: Token;
  secret: string;
}) {
  const { sandbox, urls, client, token, secret } = options;
  const { name, clientId, homepage } = clientDetails(client);
  const user = accountById({ sandbox, id: token.userId ?? 0 }) as
    | User
    | undefined;
  const account =
    token.installationId !== null
      ? accountById({
          sandbox,
          id: sandbox.state.installations.get(token.installationId)!.accountId,
        })
      : undefined;
  return {
    id: token.id,
    url: `${urls.api}/authorizations/${token.id}`,
    app: { name, url: homepage, client_id: clientId },
    token: secret,
    hashed_token: token.hash,
    token_last_eight: token.tail,
    note: null,
    note_url: null,
    created_at: token.createdAt,
    updated_at: token.createdAt,
    scopes: token.scopes,
    fingerprint: null,
    expires_at: token.expiresAt,
    ...(user && { user: presentAccount({ urls, account: user }) }),
    ...(account && {
      installation: {
        permissions: token.permissions,
        repository_selection: token.repositoryIds ? 'selected' : 'all',
        single_file_name: null,
        repositories_url: `${urls.api}/user/repos`,
        account: presentAccount({ urls, account }),
        ...(token.repositoryIds && {
          repositories: token.repositoryIds
            .flatMap(id => sandbox.state.repositories.get(id) ?? [])
            .map(repository =>
              presentRepository({ sandbox, urls, repository }),
            ),
        }),
      },
    }),
  };
}
