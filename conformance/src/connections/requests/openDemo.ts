import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { freePort } from '@callboard/cli/src/testing/freePort';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { signInAtSandbox } from '@callboard/cli/src/testing/signInAtSandbox';
import type { TraceEntry } from '@callboard/plugin-github-node';
import { eventually } from '../../presets/probes/eventually';
import { startPreset } from '../../presets/startPreset';
import type { ReceivedRequest } from './compareWithTrace';

/** What the test says that it is; browsers say so too. */
const BROWSER = 'Mozilla/5.0 (a test)';
const QUIET_MS = 3_000;

/** The trial: a portal and its sandbox, and what either knows of the requests between them. */
export async function openDemo() {
  const sandboxPort = await freePort();
  const sandboxUrl = `http://localhost:${sandboxPort}`;
  const portal = await startPreset({
    presets: ['demo'],
    variables: { CALLBOARD_SANDBOX_PORT: `${sandboxPort}` },
  });
  const { controlToken } = JSON.parse(
    await readFile(join(portal.data, 'sandbox', 'access.json'), 'utf8'),
  );
  const json = async (url: string, init: RequestInit) => {
    const response = await fetch(url, init);
    if (!response.ok) {
      throw new Error(`${url}: ${response.status} ${await response.text()}`);
    }
    return response.json();
  };
  const control = (path: string, body?: object): Promise<any> =>
    json(`${sandboxUrl}/_sandbox${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${controlToken}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
  const received = async (): Promise<ReceivedRequest[]> =>
    ((await control('/requests')).requests as ReceivedRequest[]).filter(
      ({ path, userAgent }) =>
        userAgent !== BROWSER && !path.startsWith('/_sandbox'),
    );

  const entries = new Map<number, TraceEntry>();
  /** Adds the entries that have come since. Often enough, it misses none. */
  const collect = async () => {
    const { items } = await portal.ask<{ items: TraceEntry[] }>(
      '/api/connections/trace?limit=1000',
    );
    items.forEach(entry => entries.set(entry.id, entry));
  };

  return {
    ...portal,
    sandboxUrl,
    collect,
    /** Signs a person in. Resolves to a token for the portal's API. */
    signIn: (login: string) =>
      signInAtSandbox({ portalUrl: portal.url, login, userAgent: BROWSER }),
    /** Calls the sandbox's REST API as a person does. */
    async asPerson(login: string, path: string, body?: object): Promise<any> {
      const { token } = await control('/tokens', {
        kind: 'classic',
        user: login,
        scopes: ['repo'],
      });
      return json(`${sandboxUrl}/api/v3${path}`, {
        method: body ? 'PUT' : 'GET',
        headers: {
          authorization: `Bearer ${token}`,
          'user-agent': BROWSER,
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      });
    },
    /** Both sides of the wire, once nothing more goes over it for a while. */
    async bothSides() {
      await eventually(async () => {
        const before = (await received()).length;
        await new Promise(resolve => setTimeout(resolve, QUIET_MS));
        const after = (await received()).length;
        if (after !== before) throw new Error('Requests go on');
      });
      await collect();
      return { received: await received(), traced: [...entries.values()] };
    },
  };
}

export type Demo = Awaited<ReturnType<typeof openDemo>>;
