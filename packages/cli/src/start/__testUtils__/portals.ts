import fs from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { startTestPortal, temporaryFolder } from '../../testing/runCallboard';

jest.setTimeout(120_000);

export type TestPortal = Awaited<ReturnType<typeof startTestPortal>>;

export async function get(portal: TestPortal, url: string, token?: string) {
  return fetch(`${portal.url}${url}`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
}

/** Asks until the answer satisfies the test: what the portal does in the background takes a moment. */
export async function eventually<T>(
  ask: () => Promise<T>,
  accept: (answer: T) => boolean,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await ask();
    if (accept(answer) || attempt > 240) {
      return answer;
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}

export async function writeConfig(content: object) {
  const file = path.join(await temporaryFolder(), 'config.yaml');
  await fs.writeFile(file, stringify(content));
  return file;
}

/** What a portal with a guest needs: the example company from its files. */
export const guestConfig = () =>
  writeConfig({
    auth: {
      providers: {
        guest: {
          userEntityRef: 'user:default/guest',
          dangerouslyAllowOutsideDevelopment: true,
        },
      },
    },
    catalog: {
      locations: [
        {
          type: 'file',
          target: 'examples/all.yaml',
          rules: [
            { allow: ['Domain', 'System', 'Component', 'API', 'Resource'] },
            { allow: ['Group', 'User', 'Template', 'Location'] },
          ],
        },
      ],
    },
  });
