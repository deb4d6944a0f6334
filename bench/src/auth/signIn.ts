import { BenchError } from '../BenchError';
import type { RunningPortal } from '../servers/startPortal';

/** What one sign-in took, and what it gave. */
export interface SignIn {
  /** From the browser's request with the provider's code until the page with the session has arrived. */
  callbackMs: number;
  /** The token with which the page calls the portal. */
  token: string;
  /** As whom, as an entity reference. */
  userEntityRef: string;
}

/** Signs in as a browser does that comes back from the provider; the provider's own page is left out. */
export async function signIn(portal: RunningPortal): Promise<SignIn> {
  const base = `${portal.url}/api/auth/github`;
  const start = await fetch(`${base}/start?env=production&scope=read:user`, {
    redirect: 'manual',
  });
  await start.arrayBuffer();
  const state = new URL(
    start.headers.get('location') ?? 'http://nowhere',
  ).searchParams.get('state');
  if (!state) {
    throw new BenchError(
      `${portal.portal.name} did not lead to the provider (status ${start.status})`,
    );
  }
  const cookie = start.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    // An empty one takes a cookie back.
    .filter(pair => !pair.endsWith('='))
    .join('; ');

  const query = new URLSearchParams({ env: 'production', code: 'code', state });
  const started = performance.now();
  const callback = await fetch(`${base}/handler/frame?${query}`, {
    headers: { cookie },
  });
  const page = await callback.text();
  const callbackMs = performance.now() - started;

  const [, encoded] =
    /authResponse = decodeURIComponent\('([^']+)'\)/.exec(page) ?? [];
  const { response, error } = JSON.parse(decodeURIComponent(encoded ?? '{}'));
  const identity = response?.backstageIdentity;
  if (!identity) {
    throw new BenchError(
      `${portal.portal.name} did not let the person in: ${
        error?.message ?? `status ${callback.status}`
      }`,
    );
  }
  return {
    callbackMs,
    token: identity.token,
    userEntityRef: identity.identity.userEntityRef,
  };
}
