const WITHIN_MS = 60_000;

/** Cookies of one host; browsers tell ports apart no more than this does. */
type Cookies = Map<string, string>;

interface Browser {
  cookies: Cookies;
  userAgent?: string;
}

/**
 * Signs in at a portal that is connected to the GitHub sandbox, as a browser does: to the sandbox's page, where a person is chosen, and
 * back. Waits until the person is in the catalog. Resolves to a token for the portal's API.
 */
export async function signInAtSandbox(options: {
  /** The portal's base URL, `http://localhost:PORT`. */
  portalUrl: string;
  /** Whom to choose. */
  login: string;
  /** What the browser says that it is. */
  userAgent?: string;
}): Promise<string> {
  const deadline = Date.now() + WITHIN_MS;
  for (;;) {
    const { token, problem } = await signInOnce(options);
    if (token) return token;
    if (Date.now() > deadline) {
      throw new Error(`${options.login} cannot sign in: ${problem}`);
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

async function signInOnce(options: {
  portalUrl: string;
  login: string;
  userAgent?: string;
}): Promise<{ token?: string; problem?: string }> {
  const { portalUrl, login, userAgent } = options;
  const browser: Browser = { cookies: new Map(), userAgent };
  const start = await ask({
    url: new URL(`${portalUrl}/api/auth/github/start?env=production`),
    browser,
  });
  const authorize = new URL(start.headers.get('location') ?? '', portalUrl);
  const page = await ask({ url: authorize, browser });
  const markup = await page.text();
  const [, formToken] =
    /name="authenticity_token"\s+value="([^"]+)"/.exec(markup) ?? [];
  if (!formToken) {
    throw new Error(`No form at ${authorize.origin}: ${markup}`);
  }

  const chosen = await ask({
    url: authorize,
    browser,
    form: { authenticity_token: formToken, login },
  });
  const callback = new URL(chosen.headers.get('location') ?? '', portalUrl);
  const answer = await (await ask({ url: callback, browser })).text();
  const [, encoded] =
    /authResponse = decodeURIComponent\('([^']+)'\)/.exec(answer) ?? [];
  const { response, error } = JSON.parse(decodeURIComponent(encoded ?? '{}'));
  return {
    token: response?.backstageIdentity?.token,
    problem: error?.message ?? answer,
  };
}

async function ask(options: {
  url: URL;
  browser: Browser;
  form?: Record<string, string>;
}): Promise<Response> {
  const { url, browser, form } = options;
  const { cookies, userAgent } = browser;
  const response = await fetch(url, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: {
      accept: 'text/html',
      ...(userAgent && { 'user-agent': userAgent }),
      cookie: [...cookies]
        .map(([name, value]) => `${name}=${value}`)
        .join('; '),
    },
    body: form && new URLSearchParams(form),
  });
  for (const line of response.headers.getSetCookie()) {
    const [pair] = line.split(';');
    const equals = pair.indexOf('=');
    cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  return response;
}
