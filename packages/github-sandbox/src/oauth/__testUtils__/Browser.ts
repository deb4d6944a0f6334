/** A page that was fetched. */
export interface FetchedPage {
  status: number;
  /** Where it is, after redirects on this server. */
  url: string;
  /** Where it leads away from this server. */
  location: string | null;
  headers: Headers;
  html: string;
}

/** As much of a browser as forms need: cookies, redirects on this server, hidden fields. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private readonly server: string;

  constructor(server: string) {
    this.server = server;
  }

  async open(path: string, init: RequestInit = {}): Promise<FetchedPage> {
    const url = new URL(path, this.server).toString();
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: [...this.cookies].map(pair => pair.join('=')).join('; '),
        ...init.headers,
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const target = location && new URL(location, url).toString();
    if (target?.startsWith(`${this.server}/`)) return this.open(target);
    return {
      status: response.status,
      url,
      location: target,
      headers: response.headers,
      html: await response.text(),
    };
  }

  /** Sends a form of a page (the last, or the one with this `action`), with its hidden fields and these; undefined ones are left out. */
  async submit(
    page: FetchedPage,
    fields: Record<string, string | string[] | undefined>,
    headers: Record<string, string> = {},
    wanted?: string,
  ): Promise<FetchedPage> {
    const forms = page.html
      .split(/(?=<form)/)
      .filter(part => part.startsWith('<form'));
    const form = forms
      .filter(part => !wanted || part.includes(`action="${wanted}"`))
      .at(-1)!;
    const body = new URLSearchParams();
    for (const [tag] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const [, name] = /name="([^"]*)"/.exec(tag)!;
      const [, value] = /value="([^"]*)"/.exec(tag)!;
      body.append(name, unescaped(value));
    }
    for (const [name, value] of Object.entries(fields)) {
      body.delete(name);
      [value ?? []].flat().forEach(one => body.append(name, one));
    }
    const action = /^<form[^>]*action="([^"]*)"/.exec(form)?.[1];
    return this.open(action ? unescaped(action) : page.url, {
      method: 'POST',
      body,
      headers: {
        origin: this.server,
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
    });
  }
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
