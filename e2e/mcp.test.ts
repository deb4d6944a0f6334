import path from 'node:path';
import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
  test,
} from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { expectToFit } from './support/expectToFit';
import { createMcpClient, type McpClient } from './support/mcp/createMcpClient';
import { type Callback, startCallback } from './support/mcp/startCallback';
import {
  CLIENT_NAME,
  type ClientDocument,
  startClientDocument,
} from './support/mcp/startClientDocument';
import { type Portal, startPortal } from './support/startPortal';
import { untilIngested } from './support/untilIngested';
import { watchPage } from './support/watchPage';

/** Who is no operator. */
const PERSON = 'mateo-rojas';
const PICTURES = path.join(__dirname, '..', 'test-results', 'mcp');

let portal: Portal;
let document: ClientDocument;
let callback: Callback;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  document = await startClientDocument();
  portal = await startPortal({
    env: {
      CALLBOARD_PRESETS: 'demo,mcp',
      MCP_CLIENT_ID_PATTERNS: document.url,
      NODE_EXTRA_CA_CERTS: document.caFile,
    },
  });
  await untilIngested(portal.url);
});

test.afterAll(async () => {
  await portal?.stop();
  await document?.stop();
});

test.beforeEach(async () => {
  callback = await startCallback();
});

test.afterEach(() => callback.stop());

/** Opens the client's address in a browser that nobody is signed in with, and signs the person in on the way. */
async function openConsent(page: Page, address: URL) {
  await page.goto(`${address}`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: /sign in with/i }).click();
  const sandbox = await opened;
  await sandbox.locator(`button[name="login"][value="${PERSON}"]`).click();
  await expect(page.getByRole('button', { name: 'Authorize' })).toBeVisible();
}

/** Lets the client in: resolves to what the browser brings back to it. */
async function agree(page: Page, address: URL) {
  const watch = watchPage(page, portal.url);
  await openConsent(page, address);
  watch.expectClean();
  await page.getByRole('button', { name: 'Authorize' }).click();
  await expect(page).toHaveTitle('Back at the client');
  return callback.answer();
}

async function textOf(
  client: McpClient,
  name: string,
  input: Record<string, unknown> = {},
): Promise<string> {
  const { content, isError } = await client.client.callTool({
    name,
    arguments: input,
  });
  const text = JSON.stringify(content);
  expect(isError, text).toBeFalsy();
  return text;
}

for (const way of ['its document', 'registering itself']) {
  test(`a client known by ${way} is let in by a person, and looks things up as that person @full`, async ({
    page,
  }) => {
    const client = createMcpClient({
      portalUrl: portal.url,
      redirectUrl: callback.url,
      ...(way === 'its document' && { documentUrl: document.url }),
    });
    await client.connect(async address => {
      expect(address.searchParams.get('code_challenge_method')).toBe('S256');
      return agree(page, address);
    });
    if (way === 'its document') {
      expect(client.information().client_id).toBe(document.url);
    } else {
      expect(client.information()).toMatchObject({
        client_id: expect.not.stringContaining('/'),
      });
    }

    const { tools } = await client.client.listTools();
    expect(tools.length).toBeGreaterThan(5);
    // By default nothing that changes anything is offered.
    expect(
      tools.filter(({ annotations }) => !annotations?.readOnlyHint),
    ).toEqual([]);
    expect(await textOf(client, 'auth.who-am-i')).toContain(
      `user:default/${PERSON}`,
    );
    expect(
      await textOf(client, 'catalog.query-catalog-entities', {
        query: { kind: 'component', 'metadata.name': 'checkout-service' },
      }),
    ).toContain('checkout-service');

    // An access token that is no longer taken: the client gets another without anybody being asked.
    const before = client.tokens();
    client.setTokens({ ...before, access_token: 'expired' });
    expect(await textOf(client, 'auth.who-am-i')).toContain(PERSON);
    expect(client.tokens().refresh_token).not.toBe(before.refresh_token);

    // A refresh token works once, and no longer once it is given back.
    expect(await refresh(before.refresh_token!)).toBe(400);
    await revoke(client);
    expect(await refresh(client.tokens().refresh_token!)).toBe(400);
    await client.client.close();
  });
}

test('a person who says no sends the client away without a code @full', async ({
  page,
}) => {
  const client = createMcpClient({
    portalUrl: portal.url,
    redirectUrl: callback.url,
    documentUrl: document.url,
  });
  let answer: URLSearchParams | undefined;
  await client
    .connect(async address => {
      await openConsent(page, address);
      await page.getByRole('button', { name: 'Cancel' }).click();
      answer = await callback.answer();
      throw new Error('refused');
    })
    .catch(error => expect(error.message).toBe('refused'));
  expect(answer?.get('error')).toBe('access_denied');
  expect(answer?.get('code')).toBeNull();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`the page that asks names the client, at ${width} px, ${colorScheme} @full`, async ({
      browser,
    }) => {
      await looksRight(browser, {
        colorScheme,
        viewport: { width, height: 900 },
      });
    });
  }
}

async function looksRight(browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const client = createMcpClient({
    portalUrl: portal.url,
    redirectUrl: callback.url,
    documentUrl: document.url,
  });
  await client
    .connect(async address => {
      await openConsent(page, address);
      throw new Error('seen');
    })
    .catch(error => expect(error.message).toBe('seen'));

  await expect(page.getByText(CLIENT_NAME)).toBeVisible();
  await expect(page.getByText(document.url)).toBeVisible();
  await expect(page.getByText(callback.url)).toBeVisible();
  const name = `consent-${options.viewport!.width}-${options.colorScheme}`;
  await page.screenshot({
    path: path.join(PICTURES, `${name}.png`),
    fullPage: true,
  });
  await expectToFit({ page, name });
  await expectAccessible({ page, name });
  await context.close();
}

async function refresh(token: string): Promise<number> {
  const response = await fetch(`${portal.url}/api/auth/v1/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'refresh_token', refresh_token: token }),
  });
  return response.status;
}

async function revoke(client: McpClient) {
  const { client_id: id, client_secret: secret } = client.information();
  const response = await fetch(`${portal.url}/api/auth/v1/revoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: client.tokens().refresh_token,
      client_id: id,
      client_secret: secret,
    }),
  });
  expect(response.status).toBe(200);
}
