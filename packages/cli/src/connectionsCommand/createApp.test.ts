import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { runCallboard } from '../testing/runCallboard';
import { startGithub, ORGANISATION } from './__testUtils__/startGithub';

jest.setTimeout(120_000);

let github: Awaited<ReturnType<typeof startGithub>>;
beforeAll(async () => {
  github = await startGithub();
});
afterAll(() => github?.stop());

const mode = async (file: string) => (await fs.stat(file)).mode % 0o1000;

it('creates an App without a portal and without a browser on this machine', async () => {
  const portal = await github.openPortal();
  const run = portal.create();
  await run.waitFor('3. Paste the address');
  expect(run.stdout()).toContain(
    `A GitHub App on ${github.host} for copperbell, with these permissions and no others`,
  );
  expect(run.stdout()).toMatch(
    / {2}contents: read \(.*Discovery of catalog files/,
  );
  expect(run.stdout()).toContain(portal.page);
  expect(await mode(portal.page)).toBe(0o600);

  const address = await github.sayYes(portal.page);
  expect(address).toMatch(/\/connections\/app-created\?code=/);
  run.type('what am I to paste?');
  await run.waitFor('That is no address.');
  run.type(address);
  expect(await run.ended).toBe(0);
  expect(run.stdout()).toContain(`Its credentials are in ${portal.stored}`);
  expect(run.stdout()).toContain(`Install it on ${ORGANISATION}`);
  expect(run.stdout()).toContain(
    'Start the portal. It finds the App by itself',
  );
  expect(run.output()).not.toContain('PRIVATE KEY');
  expect(run.stderr()).toBe('');

  expect(await mode(portal.stored)).toBe(0o600);
  const { credentials } = JSON.parse(await fs.readFile(portal.stored, 'utf8'));
  expect(credentials).toMatchObject([
    {
      kind: 'app',
      host: github.host,
      privateKey: expect.stringContaining('PRIVATE KEY'),
    },
  ]);
  expect(await fs.readdir(path.dirname(portal.stored))).toEqual([
    'credentials.json',
  ]);

  const print = runCallboard([
    ...['config', 'print', 'integrations', '--json'],
    ...portal.options,
  ]);
  expect(await print.ended).toBe(0);
  expect(JSON.parse(print.stdout())).toContainEqual({
    key: 'integrations.github[0].apps[0].privateKey',
    value: '<secret>',
    from: 'the data directory',
    overrides: [],
  });

  // And a preset that had no credential has one.
  const check = runCallboard(
    ['presets', 'check', 'github', '--json', ...portal.options],
    { env: { GITHUB_ORG: ORGANISATION, GITHUB_HOST: github.host } },
  );
  expect(await check.ended).toBe(0);
  const { presets } = JSON.parse(check.stdout());
  expect(presets[0].variables).toContainEqual(
    expect.objectContaining({
      name: 'GITHUB_PRIVATE_KEY',
      status: 'set',
      source: 'the data directory',
    }),
  );
});

it('shows the credentials once, as an environment file or as JSON', async () => {
  const portal = await github.openPortal();
  const begun = portal.create('--name', 'Somebody');
  await begun.waitFor('3. Paste the address');
  const address = await github.sayYes(portal.page);
  begun.type();
  expect(await begun.ended).toBe(1);
  expect(begun.stderr()).toContain('create-app --code ADDRESS');

  const shown = portal.create('--code', address, '--show');
  expect(await shown.ended).toBe(0);
  expect(shown.stdout()).toMatch(/^GHE_APP_ID=\d+$/m);
  expect(shown.stdout()).toMatch(
    /^GHE_PRIVATE_KEY="-----BEGIN RSA PRIVATE KEY-----\\n.*-----\\n"$/m,
  );
  await expect(fs.stat(portal.stored)).rejects.toThrow('ENOENT');

  const again = portal.create('--code', address, '--show', '--json');
  expect(await again.ended).toBe(1);
  const { problems } = JSON.parse(again.stdout());
  expect(problems[0].problem).toContain('has ended it already');
});

it('finds a portal that runs where a file has it listen', async () => {
  const server = http.createServer((_, response) => {
    response.end(JSON.stringify({ status: 'ok' }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const portal = await github.openPortal({ backend: { listen: { port } } });
  const run = portal.create();
  run.type();
  expect(await run.ended).toBe(1);
  server.close();
  expect(run.stdout()).toContain('The portal runs: http://localhost:');
});

it('tells of a feature that there is not', async () => {
  const portal = await github.openPortal();
  const run = portal.create('--features', 'flying');
  expect(await run.ended).toBe(2);
  expect(run.stderr()).toContain(
    'There is no feature flying. There are: reading-files',
  );
  expect(run.stdout()).toBe('');
});
