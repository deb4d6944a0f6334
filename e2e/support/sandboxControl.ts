import fs from 'node:fs';
import path from 'node:path';
import type { Portal } from './startPortal';

/** What a test does at the sandbox beside the portal. */
export function sandboxControl(portal: Portal) {
  const { controlToken } = JSON.parse(
    fs.readFileSync(path.join(portal.data, 'sandbox', 'access.json'), 'utf8'),
  );
  const call = async (
    route: string,
    options: { token?: string; body?: unknown } = {},
  ) => {
    const [method, address] = route.split(' ');
    const response = await fetch(`${portal.sandboxUrl}${address}`, {
      method,
      headers: {
        authorization: `Bearer ${options.token ?? controlToken}`,
        'content-type': 'application/json',
        'user-agent': 'callboard-e2e',
      },
      body:
        options.body === undefined ? undefined : JSON.stringify(options.body),
    });
    if (!response.ok) {
      throw new Error(`${route}: ${response.status} ${await response.text()}`);
    }
    return response.status === 204 ? undefined : response.json();
  };
  return {
    /** Asks the control API (`/_sandbox/…`), or GitHub's API with somebody's token. Throws unless it answers with success. */
    call,
    /** A classic token of a person, with everything. */
    async tokenOf(user: string): Promise<string> {
      const { token } = await call('POST /_sandbox/tokens', {
        body: { kind: 'classic', user, scopes: ['repo', 'workflow'] },
      });
      return token;
    },
  };
}
