import { startTestSandbox } from '../../testing/startTestSandbox';
import { Browser } from './Browser';
import { newOAuthApp } from './newOAuthApp';

/** The test sandbox with an OAuth App, and the steps of its web flow. */
export async function openShop() {
  const sandbox = await startTestSandbox();
  newOAuthApp({ sandbox: sandbox.sandbox, owner: sandbox.organisation });
  const browser = new Browser(sandbox.url);

  const authorizePath = (parameters: Record<string, string> = {}) =>
    `/login/oauth/authorize?${new URLSearchParams({
      client_id: 'Iv0.shop',
      scope: 'repo, read:org',
      state: 'st&te',
      ...parameters,
    })}`;

  async function exchange(
    parameters: Record<string, string>,
    headers: Record<string, string> = { accept: 'application/json' },
  ) {
    const response = await fetch(`${sandbox.url}/login/oauth/access_token`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({
        client_id: 'Iv0.shop',
        client_secret: 'shop-secret',
        ...parameters,
      }),
    });
    return { status: response.status, text: await response.text() };
  }

  return {
    sandbox,
    browser,
    authorizePath,
    /** Chooses a person; where the application is told of it. */
    async authorize(
      parameters: Record<string, string> = {},
      fields: Record<string, string> = { login: 'mel' },
    ) {
      const page = await browser.open(authorizePath(parameters));
      const after = page.location ? page : await browser.submit(page, fields);
      return new URL(after.location!);
    },
    exchange,
    /** The same as JSON. */
    exchanged: async (parameters: Record<string, string>) =>
      JSON.parse((await exchange(parameters)).text),
  };
}
