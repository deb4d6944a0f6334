interface Cookie {
  host: string;
  path: string;
  name: string;
  value: string;
}

/** Keeps cookies as a browser does, as far as a sign-in needs it: by host and path; the port does not matter. */
export interface CookieJar {
  /** The `cookie` header of a request. */
  header(url: URL): string;
  store(url: URL, response: { headers: { getSetCookie(): string[] } }): void;
}

export function createCookieJar(): CookieJar {
  let cookies: Cookie[] = [];
  return {
    header: url =>
      cookies
        .filter(
          ({ host, path }) =>
            host === url.hostname && url.pathname.startsWith(path),
        )
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    store(url, response) {
      for (const line of response.headers.getSetCookie()) {
        const [pair, ...attributes] = line.split(';').map(part => part.trim());
        const equals = pair.indexOf('=');
        const attribute = (wanted: string) =>
          attributes
            .map(text => text.split('='))
            .find(([name]) => name.toLowerCase() === wanted)?.[1];
        const cookie = {
          host: url.hostname,
          path: attribute('path') ?? '/',
          name: pair.slice(0, equals),
          value: pair.slice(equals + 1),
        };
        cookies = cookies.filter(
          ({ host, path, name }) =>
            host !== cookie.host ||
            path !== cookie.path ||
            name !== cookie.name,
        );
        const expires = attribute('expires');
        const isGone =
          attribute('max-age') === '0' ||
          (expires && Date.parse(expires) < Date.now());
        if (!isGone) {
          cookies.push(cookie);
        }
      }
    },
  };
}
