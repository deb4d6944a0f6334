import type { JsonObject } from '@backstage/types';
import type { Scenario } from '../Scenario';
import type { Scene } from '../scenes/openScene';

/** How people come in. */
export const signInScenarios: Scenario[] = [
  {
    title: 'the callback URL is registered with a slash too many',
    rows: ['pitfall-redirect', 'test-callback'],
    breakIt: scene =>
      registerCallback(scene, '/api/auth/github/handler/frame/'),
    expected: {
      check: 'callback-url',
      status: 'fail',
      cause: /redirect_uri|callback/i,
      remedy: /\/api\/auth\/github\/handler\/frame(?!\/)/,
    },
    mend: scene => registerCallback(scene, '/api/auth/github/handler/frame'),
  },
  {
    title: 'the portal itself names a callback URL with a slash too many',
    rows: ['pitfall-redirect', 'test-callback'],
    breakIt: scene =>
      scene.configure(
        provider({
          callbackUrl: `${scene.receiver.url}/api/auth/github/handler/frame/`,
        }),
      ),
    expected: {
      check: 'callback-url',
      status: 'fail',
      cause: /frame\//,
      remedy: /callbackUrl/,
    },
    mend: scene => scene.configure(provider({ callbackUrl: null })),
  },
  {
    title: 'nobody can sign in',
    rows: ['test-sign-in'],
    breakIt: scene =>
      scene.configure({ auth: { providers: { github: null } } }),
    expected: {
      check: 'sign-in-configured',
      status: 'fail',
      cause: /auth\.providers/,
      remedy: /preset|github-auth/,
    },
    mend: scene =>
      scene.configure(
        provider({
          ...scene.credentials.oauthApp,
          enterpriseInstanceUrl: scene.sandbox.url,
          signIn: {
            resolvers: [{ resolver: 'usernameMatchingUserEntityName' }],
          },
        }),
      ),
  },
  {
    title: 'the App and the sign-in share one OAuth client',
    rows: ['shared-client', 'test-shared'],
    breakIt: ({ configure, credentials: { app } }) =>
      configure(
        provider({ clientId: app.clientId, clientSecret: app.clientSecret }),
      ),
    expected: {
      check: 'shared-oauth-client',
      status: 'warn',
      cause: /client/i,
      remedy: /second client/,
    },
    mend: ({ configure, credentials }) =>
      configure(provider(credentials.oauthApp)),
  },
];

function provider(production: JsonObject): JsonObject {
  return { auth: { providers: { github: { production } } } };
}

/** GitHub takes callbacks at this path and below. */
function registerCallback(scene: Scene, path: string) {
  const { github, credentials, receiver } = scene;
  const client = github.state.oauthApps.first(
    'client',
    credentials.oauthApp.clientId,
  )!;
  client.callbackUrls = [`${receiver.url}${path}`];
}
