import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { signInAtSandbox } from '@callboard/cli/src/testing/signInAtSandbox';
import { sandboxControl } from './sandboxControl';
import type { Portal } from './startPortal';

/**
 * Puts the files of a template, as they are, into the example company's repository of templates, and registers it as its people do.
 * Resolves once it is in the catalog.
 */
export async function addTemplate(options: {
  portal: Portal;
  /** Where its files lie; `template.yaml` is in the root. */
  from: string;
  /** The folder of the repository that it goes to. */
  folder: string;
  /** `metadata.name` */
  name: string;
}) {
  const { portal, from, folder, name } = options;
  const sandbox = sandboxControl(portal);
  const token = await sandbox.tokenOf('nadia-haddad');
  const files = fs
    .readdirSync(from, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name));
  for (const file of files) {
    const target = `${folder}/${path.relative(from, file)}`;
    await sandbox.call(
      `PUT /repos/copperbell/software-templates/contents/${target}`,
      {
        token,
        body: {
          message: `Add ${target}`,
          content: fs.readFileSync(file, 'base64'),
        },
      },
    );
  }

  const bearer = await signInAtSandbox({
    portalUrl: portal.url,
    login: 'nadia-haddad',
  });
  const ask = (route: string, body?: unknown) =>
    fetch(`${portal.url}/api/catalog/${route}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${bearer}`,
        'content-type': 'application/json',
      },
      body: body ? JSON.stringify(body) : undefined,
    });
  const registered = await ask('locations', {
    type: 'url',
    target: `${portal.sandboxUrl}/copperbell/software-templates/blob/main/${folder}/template.yaml`,
  });
  expect(registered.status, await registered.clone().text()).toBe(201);
  await expect
    .poll(
      async () =>
        (
          await ask(`entities/by-name/template/default/${name}`)
        ).status,
      { timeout: 30_000 },
    )
    .toBe(200);
}
