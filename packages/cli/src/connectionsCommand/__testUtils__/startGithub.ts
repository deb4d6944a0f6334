import fs from 'node:fs/promises';
import path from 'node:path';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { Browser } from '@callboard/github-sandbox/src/oauth/__testUtils__/Browser';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { stringify } from 'yaml';
import { freePort } from '../../testing/freePort';
import { runCallboard, temporaryFolder } from '../../testing/runCallboard';

export const ORGANISATION = 'copperbell';

/** A GitHub, portals that are connected to it without a credential and are stopped, and a person with a browser. */
export async function startGithub() {
  const port = await freePort();
  const sandbox = runCallboard([
    'sandbox',
    ...['--port', `${port}`, '--data', await temporaryFolder(), '--json'],
  ]);
  await sandbox.waitFor('controlToken');
  const host = `localhost:${port}`;
  const url = `http://${host}`;
  return {
    host,
    stop: () => sandbox.stop(),

    async openPortal(content: object = {}) {
      const data = await temporaryFolder();
      const file = path.join(await temporaryFolder(), 'config.yaml');
      await fs.writeFile(
        file,
        stringify({
          integrations: {
            github: [{ host, apiBaseUrl: `${url}/api/v3` }],
          },
          catalog: {
            providers: {
              github: { all: { host, organization: ORGANISATION } },
            },
          },
          ...content,
        }),
      );
      const options = ['--data', data, '--config', file];
      return {
        data,
        options,
        stored: path.join(data, 'connections', 'credentials.json'),
        page: path.join(data, 'connections', 'new-app.html'),
        create: (...args: string[]) =>
          runCallboard(['connections', 'create-app', ...options, ...args]),
      };
    },

    /** Opens the page somewhere, and says yes on GitHub. Resolves to the address in the end. */
    async sayYes(page: string): Promise<string> {
      const html = await fs.readFile(page, 'utf8');
      const action = unescaped(/action="([^"]*)"/.exec(html)![1]);
      const [, manifest] = /name="manifest" value="([^"]*)"/.exec(html)!;
      const browser = new Browser(url);
      const { pathname, search } = new URL(action);
      const confirm = await browser.open(`${pathname}${search}`, {
        method: 'POST',
        body: new URLSearchParams({ manifest: unescaped(manifest) }),
      });
      const done = await browser.submit(confirm, {
        // Each test makes one, and names are unique on a GitHub.
        name: `Portal ${path.basename(path.dirname(path.dirname(page)))}`.slice(
          -34,
        ),
        login: /<option\s+value="([^"]+)"/.exec(confirm.html)![1],
      });
      return done.location!;
    },
  };
}

function unescaped(text: string) {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
