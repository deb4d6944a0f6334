import { createCookieJar } from '../presets/cookieJar';

/**
 * One person signs in, works, and signs out, as a browser does. Every answer has to be about this person; the first that is not, and the
 * first error, is thrown. `portal()` is asked before each request, so that requests can go to several replicas; signing out and what
 * follows stay with one.
 */
export async function liveOneSession(options: {
  login: string;
  portal(): string;
}): Promise<void> {
  const { login, portal } = options;
  const person = `user:default/${login}`;
  const jar = createCookieJar();

  async function ask(
    path: string,
    init: RequestInit & { at?: string; token?: string } = {},
  ) {
    const { at = portal(), token, ...rest } = init;
    const url = new URL(`${at}${path}`);
    const response = await fetch(url, {
      ...rest,
      redirect: 'manual',
      headers: {
        cookie: jar.header(url),
        'x-requested-with': 'XMLHttpRequest',
        ...(token && { authorization: `Bearer ${token}` }),
        ...rest.headers,
      },
    });
    jar.store(url, response);
    return { response, text: await response.text() };
  }

  function expectPerson(what: string, found: unknown) {
    if (found !== person) {
      throw new Error(`${what} was about ${found} instead of ${person}`);
    }
  }

  const start = await ask('/api/auth/github/start?env=production');
  const state = new URL(
    start.response.headers.get('location') ?? `http://nowhere/${start.text}`,
  ).searchParams.get('state');
  const query = new URLSearchParams({
    env: 'production',
    code: login,
    state: `${state}`,
  });
  const callback = await ask(`/api/auth/github/handler/frame?${query}`);
  const [, encoded] =
    /authResponse = decodeURIComponent\('([^']+)'\)/.exec(callback.text) ?? [];
  const message = JSON.parse(decodeURIComponent(encoded ?? '{}'));
  const identity = message.response?.backstageIdentity;
  expectPerson(
    `The sign-in (${message.error?.message ?? callback.response.status})`,
    identity?.identity.userEntityRef,
  );

  const refreshed = await ask('/api/auth/github/refresh?env=production');
  const again = JSON.parse(refreshed.text).backstageIdentity;
  expectPerson('The session', again?.identity.userEntityRef);

  for (const token of [identity.token, again.token]) {
    const { text } = await ask('/api/auth/v1/userinfo', { token });
    expectPerson(`The answer to who it is (${text})`, userOf(text));
  }
  const setting = '/api/user-settings/buckets/soak/keys/me';
  await ask(setting, {
    token: identity.token,
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ value: person }),
  });
  const kept = await ask(setting, { token: again.token });
  expectPerson('The setting', JSON.parse(kept.text).value);

  const at = portal();
  const out = await ask('/api/auth/github/logout?env=production', {
    at,
    method: 'POST',
  });
  const after = await ask('/api/auth/github/refresh?env=production', { at });
  const token = await ask('/api/auth/v1/userinfo', { at, token: again.token });
  const statuses = [out, after, token].map(({ response }) => response.status);
  if (statuses.join() !== '200,401,401') {
    throw new Error(
      `Signing out, refreshing and asking afterwards answered ${statuses} to ${person}`,
    );
  }
}

function userOf(text: string): unknown {
  const { userEntityRef, claims, sub } = JSON.parse(text);
  return userEntityRef ?? claims?.sub ?? sub;
}
