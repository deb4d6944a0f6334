import { fetch, ProxyAgent } from 'undici';
import { createCookieJar } from './cookieJar';
import type { VendorProxy } from './standIns/startVendorProxy';
import { testAuthority } from './standIns/testAuthority';

const REDIRECTS = 20;

type Answer = Awaited<ReturnType<typeof fetch>>;

/** What the portal tells the page that asked for a sign-in, in the form of `@backstage/core-plugin-api`. */
export interface SignInResponse {
  profile: { email?: string; displayName?: string };
  providerInfo?: { idToken?: string; accessToken?: string; scope?: string };
  backstageIdentity?: {
    token: string;
    identity: { userEntityRef: string; ownershipEntityRefs: string[] };
  };
}

/**
 * Signs in as a browser does: from the portal's start address through every redirect of the provider, with cookies, to the page that
 * hands the result to its opener. Then once more with the refresh cookie, as a reload of the page would.
 */
export async function signIn(options: {
  portalUrl: string;
  /** Its id under `auth.providers`. */
  provider: string;
  environment?: string;
  /** What leads to the hosts that exist only in a test. */
  proxy?: VendorProxy;
}): Promise<{ first: SignInResponse; refreshed: SignInResponse }> {
  const { portalUrl, provider, proxy } = options;
  const environment = options.environment ?? 'production';
  const jar = createCookieJar();
  const base = `${portalUrl}/api/auth/${provider}`;
  const { ca } = await testAuthority();
  const dispatcher =
    proxy && new ProxyAgent({ uri: proxy.url, requestTls: { ca } });
  const page = await follow(
    new URL(`${base}/start?env=${environment}`),
    async url => {
      const isFar = proxy && url.hostname !== 'localhost';
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: jar.header(url), accept: 'text/html' },
        dispatcher: isFar ? dispatcher : undefined,
      });
      jar.store(url, response);
      return response;
    },
  );
  await dispatcher?.close();
  const first = readWebMessage(page);

  const url = new URL(`${base}/refresh?optional&env=${environment}`);
  const response = await fetch(url, {
    headers: {
      cookie: jar.header(url),
      'x-requested-with': 'XMLHttpRequest',
    },
  });
  if (!response.ok) {
    throw new Error(
      `The refresh answered ${response.status}: ${await response.text()}`,
    );
  }
  return { first, refreshed: (await response.json()) as SignInResponse };
}

async function follow(
  start: URL,
  request: (url: URL) => Promise<Answer>,
): Promise<string> {
  let url = start;
  for (let count = 0; count < REDIRECTS; count++) {
    const response = await request(url);
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location) {
      url = new URL(location, url);
      continue;
    }
    const body = await response.text();
    if (!response.ok) {
      throw new Error(`${url} answered ${response.status}: ${body}`);
    }
    return body;
  }
  throw new Error(`More than ${REDIRECTS} redirects, the last to ${url}`);
}

/** The message that the page at the end posts to its opener. */
function readWebMessage(page: string): SignInResponse {
  const [, encoded] =
    page.match(/authResponse = decodeURIComponent\('([^']+)'\)/) ?? [];
  if (!encoded) {
    throw new Error(`The sign-in ended on another page:\n${page}`);
  }
  const { response, error } = JSON.parse(decodeURIComponent(encoded));
  if (error) {
    throw new Error(`${error.name}: ${error.message}`);
  }
  return response;
}
