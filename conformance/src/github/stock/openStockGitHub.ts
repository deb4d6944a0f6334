/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { connectPortal } from '@callboard/github-sandbox/src/portal/connectPortal';
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
/* eslint-enable @backstage/no-forbidden-package-imports */
import type { JsonObject } from '@backstage/types';
import { createCredentials } from '../../connections/scenes/createCredentials';
import { startServer } from '../../servers/startServer';
import { createCompany } from './createCompany';
import { portalConfig } from './portalConfig';
import { TEST_AGENT } from './TEST_AGENT';

type Caller = 'olivia' | 'mel' | 'oscar';

/** A sandbox with the organisation acme, and a stock backend, or one with parts of ours, that is connected to it by an App. */
export async function openStockGitHub(
  options: {
    kind?: 'stockGitHub' | 'callboardGitHub';
    /** Beside that of the connection; the upper keys of the two do not meet. */
    config?: JsonObject;
  } = {},
) {
  const { kind = 'stockGitHub', config } = options;
  const sandbox = await startTestSandbox({
    files: { 'README.md': '# Acme\n' },
  });
  /** Calls the sandbox's REST API. Throws unless it answers with success. */
  const call = async (route: string, as: Caller, body?: unknown) => {
    const answer = await sandbox.call(route, {
      as,
      body,
      headers: { 'user-agent': TEST_AGENT },
    });
    if (answer.status >= 400) {
      throw new Error(`${route}: ${answer.status} ${answer.text}`);
    }
    return answer.body;
  };
  const tokenOf = (person: Caller) => sandbox.tokens[person];
  await createCompany({ url: sandbox.url, call, token: tokenOf('olivia') });

  const credentials = createCredentials();
  const connect = (portalUrl: string) =>
    connectPortal({
      sandbox: sandbox.sandbox,
      organisation: sandbox.organisation,
      credentials,
      portalUrl,
    });
  // The App has to be there before the server starts, and the server's address is known afterwards.
  connect('http://127.0.0.1:1');
  const server = await startServer({
    kind,
    config: { ...portalConfig({ url: sandbox.url, credentials }), ...config },
  });
  connect(server.url);

  return {
    sandbox,
    /** The sandbox's host, with its port. */
    host: new URL(sandbox.url).host,
    server,
    credentials,
    call,
    tokenOf,
    /** Asks the portal as the service that may do everything, or as a person. Throws unless it answers with success. */
    async ask(
      path: string,
      init: { token?: string; body?: JsonObject } = {},
    ): Promise<any> {
      const response = await server.fetch(path, {
        method: init.body ? 'POST' : 'GET',
        headers: init.token ? { authorization: `Bearer ${init.token}` } : {},
        body: init.body && JSON.stringify(init.body),
      });
      const text = await response.text();
      if (!response.ok) {
        throw new Error(`${path}: ${response.status} ${text}`);
      }
      return text ? JSON.parse(text) : undefined;
    },
    async stop() {
      await server.stop();
      await sandbox.stop();
    },
  };
}

/** A portal with stock's GitHub modules, and the GitHub it is connected to. */
export type StockGitHub = Awaited<ReturnType<typeof openStockGitHub>>;
