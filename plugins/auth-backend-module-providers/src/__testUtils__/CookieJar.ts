/** As much of a browser as a sign-in needs: cookies by name and path. */
export class CookieJar {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  take(response: Response): void {
    for (const header of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(header)!;
      const path = /;\s*path=([^;]*)/i.exec(header)?.[1] ?? '/';
      if (/expires=Thu, 01 Jan 1970/i.test(header)) this.#cookies.delete(name);
      else this.#cookies.set(name, { value, path });
    }
  }

  header(url: string): { cookie: string } {
    const { pathname } = new URL(url);
    return {
      cookie: [...this.#cookies]
        .filter(([, { path }]) => pathname.startsWith(path))
        .map(([name, { value }]) => `${name}=${value}`)
        .join('; '),
    };
  }
}
