import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- stand-ins are for tests, and so not exported
import type { IdentitySetup } from '../../conformance/src/presets/identities/IdentitySetup';
import { type Portal, startPortal } from './startPortal';

/** With which the tests ask the portal who has arrived, before anybody can sign in. */
const TOKEN = 'token-of-the-tests-0123456789';
const HEADERS = {
  authorization: `Bearer ${TOKEN}`,
  'content-type': 'application/json',
};

/** Starts a portal with an identity preset, as an operator does, and waits until the people that it brings are there. */
export async function startIdentityPortal(
  setup: Pick<
    IdentitySetup,
    'presets' | 'port' | 'variables' | 'config' | 'entities' | 'owns'
  > & { data?: string; sandboxPort?: number },
): Promise<Portal> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-e2e-'));
  const file = (name: string, content: string) => {
    fs.writeFileSync(path.join(folder, name), content, { mode: 0o600 });
    return path.join(folder, name);
  };
  const config: JsonObject = {
    ...setup.config,
    backend: {
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'tests' } },
        ],
      },
    },
    ...(setup.entities && {
      catalog: {
        locations: [
          {
            type: 'file',
            target: file('entities.yaml', setup.entities),
            rules: [{ allow: ['User', 'Group'] }],
          },
        ],
      },
    }),
  };
  const portal = await startPortal({
    port: setup.port,
    sandboxPort: setup.sandboxPort,
    data: setup.data ?? path.join(folder, 'data'),
    args: [
      ...['--presets', setup.presets.join(',')],
      ...['--config', file('app-config.yaml', stringify(config))],
      ...['--env-file', file('empty.env', '')],
    ],
    env: setup.variables,
  });
  const stop = async () => {
    const took = await portal.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    return took;
  };
  try {
    await untilArrived({ url: portal.url, refs: setup.owns });
  } catch (error) {
    await stop();
    throw new Error(`${error}\n${portal.output()}`);
  }
  return { ...portal, stop };
}

/** A user has groups only once the two have been tied together. */
async function untilArrived(options: { url: string; refs: string[] }) {
  const { url, refs } = options;
  await expect
    .poll(
      async () => {
        const response = await fetch(`${url}/api/catalog/entities/by-refs`, {
          method: 'POST',
          headers: HEADERS,
          body: JSON.stringify({ entityRefs: refs }),
        });
        const { items } = await response.json();
        return (items as { relations?: { targetRef: string }[] }[]).every(
          item => item && (item.relations?.length ?? 0) > 0,
        );
      },
      { timeout: 60_000, intervals: [250] },
    )
    .toBe(true);
}
