import { generateKeyPairSync, verify } from 'node:crypto';
import type { components } from '@octokit/openapi-types';
import { json, type StandInRequest, type StandInRoutes } from '../startStandIn';

type Schemas = components['schemas'];

/** Installation tokens last an hour. */
const HOUR_MS = 3_600_000;

/** A GitHub App that is installed in one organisation. */
export interface GitHubApp {
  /** PEM, as GitHub hands it out. */
  privateKey: string;
  /** The token of its installation. */
  token: string;
  /** Whether a request is signed as the App itself. */
  isSigned(request: StandInRequest): boolean;
  routes(url: string): StandInRoutes;
}

export function createGitHubApp(options: {
  id: number;
  organization: string;
}): GitHubApp {
  const { id, organization } = options;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const token = 'ghs_token_of_the_installation';
  return {
    privateKey,
    token,
    isSigned({ headers }) {
      const [, jwt = ''] = headers.authorization?.match(/^bearer (.+)$/i) ?? [];
      const [header, payload, signature] = jwt.split('.');
      if (!signature) {
        return false;
      }
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
      return (
        String(claims.iss) === String(id) &&
        verify(
          'RSA-SHA256',
          Buffer.from(`${header}.${payload}`),
          publicKey,
          Buffer.from(signature, 'base64url'),
        )
      );
    },
    routes: url => ({
      'GET /api/v3/app/installations': () =>
        json<Schemas['installation'][]>([
          createInstallation({ url, id, organization }),
        ]),
      'POST /api/v3/app/installations/1/access_tokens': () =>
        json<Schemas['installation-token']>(
          {
            token,
            expires_at: new Date(Date.now() + HOUR_MS).toISOString(),
            permissions: { contents: 'read', metadata: 'read' },
            repository_selection: 'all',
          },
          { status: 201 },
        ),
    }),
  };
}

function createInstallation(options: {
  url: string;
  id: number;
  organization: string;
}): Schemas['installation'] {
  const { url, id, organization } = options;
  const api = `${url}/api/v3`;
  return {
    id: 1,
    account: {
      login: organization,
      id: 3,
      node_id: 'O_kgDOAAAAAw',
      avatar_url: `${url}/avatars/u/3`,
      gravatar_id: '',
      url: `${api}/users/${organization}`,
      html_url: `${url}/${organization}`,
      followers_url: '',
      following_url: '',
      gists_url: '',
      starred_url: '',
      subscriptions_url: '',
      organizations_url: '',
      repos_url: `${api}/users/${organization}/repos`,
      events_url: '',
      received_events_url: '',
      type: 'Organization',
      site_admin: false,
    },
    repository_selection: 'all',
    access_tokens_url: `${api}/app/installations/1/access_tokens`,
    repositories_url: `${api}/installation/repositories`,
    html_url: `${url}/organizations/${organization}/settings/installations/1`,
    app_id: id,
    app_slug: 'portal',
    target_id: 3,
    target_type: 'Organization',
    permissions: { contents: 'read', metadata: 'read' },
    events: [],
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    single_file_name: null,
    suspended_by: null,
    suspended_at: null,
  };
}
