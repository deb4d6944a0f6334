import { stringify } from 'yaml';
import fs from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../start/__testUtils__/portals';
import {
  runCallboard,
  startTestPortal,
  temporaryFolder,
} from '../testing/runCallboard';

jest.setTimeout(240_000);

const SERVICE_KEY = 'kP9sLQm2vX7tRz4wYb6nC1dF3gH5jK8a';

let config: string;
let portal: Awaited<ReturnType<typeof startTestPortal>>;
beforeAll(async () => {
  config = path.join(await temporaryFolder(), 'config.yaml');
  await fs.writeFile(
    config,
    stringify({
      backend: {
        auth: {
          keys: [
            {
              secret: '${BACKSTAGE_SERVICE_KEY}',
              id: 'ap-key',
              description: 'service api key',
            },
          ],
        },
      },
      auth: {
        providers: {
          guest: {
            userEntityRef: 'user:default/guest',
            dangerouslyAllowOutsideDevelopment: true,
          },
        },
      },
      catalog: { locations: [] },
    }),
  );
  portal = await startTestPortal({
    args: ['--no-frontend', '--config', config],
    env: { BACKSTAGE_SERVICE_KEY: SERVICE_KEY },
  });
});
afterAll(() => portal.stop());

async function keys(...args: string[]) {
  const run = runCallboard(
    [
      ...['keys', ...args, '--data', portal.data, '--config', config],
      ...['--port', new URL(portal.url).port],
    ],
    { env: { BACKSTAGE_SERVICE_KEY: SERVICE_KEY } },
  );
  const status = await run.ended;
  return { status, stdout: run.stdout(), stderr: run.stderr() };
}

const statusOf = async (token: string, plugin = 'catalog/entities') =>
  (
    await fetch(`${portal.url}/api/${plugin}`, {
      headers: { authorization: `Bearer ${token}` },
    })
  ).status;

it('takes the secret of backend.auth.keys as a bearer token', async () => {
  expect(await statusOf(SERVICE_KEY)).toBe(200);
  expect(await statusOf(SERVICE_KEY.slice(0, -1))).toBe(401);
});

it('makes, lists, rotates and revokes keys of a portal that runs', async () => {
  const made = await keys(
    ...['create', 'ci', '--plugins', 'catalog', '--read-only', '--json'],
    ...['--owner', 'group:default/platform', '--expires-in', '30d'],
  );
  expect(made.status).toBe(0);
  const { id, key, ...more } = JSON.parse(made.stdout);
  expect(key).toMatch(new RegExp(`^cbk_${id}_`));
  expect(Object.keys(more)).toEqual(['name', 'expiresAt']);
  expect(await statusOf(key)).toBe(200);
  expect(await statusOf(key, 'scaffolder/v2/tasks')).toBe(403);

  const listed = await keys('list');
  expect(listed.stdout).toContain('catalog; reads only');
  expect(listed.stdout).toContain('external:ap-key');
  expect(listed.stdout).not.toContain(key);
  expect(listed.stdout).not.toContain(SERVICE_KEY);

  const rotated = await keys('rotate', id, '--overlap', '0h', '--yes');
  expect(rotated.stdout).toContain('is refused from now on');
  const [next] = /cbk_\w+_[\w-]+/.exec(rotated.stdout)!;
  expect(await statusOf(key)).toBe(401);
  expect(await statusOf(next)).toBe(200);

  const unasked = await keys('revoke', id, '--json');
  expect(unasked.status).toBe(2);
  expect(await statusOf(next)).toBe(200);
  const revoked = await keys('revoke', id, '--yes');
  expect(revoked.stdout).toBe(`The key ${id} (ci) is revoked.\n`);
  expect(await statusOf(next)).toBe(401);
  const again = await keys('rotate', id);
  expect(again.status).toBe(1);
  expect(again.stderr).toContain(`The key ${id} is revoked; make a new one`);
});

it('keeps keys out of the log, those in an address included', async () => {
  const { key } = JSON.parse((await keys('create', 'leak', '--json')).stdout);
  const answer = await fetch(`${portal.url}/api/catalog/entities?key=${key}`);
  expect(answer.status).toBe(401);
  const secret = key.slice(-43);
  const folder = path.join(portal.data, 'logs');
  const readAll = async () => {
    const logs = await fs.readdir(folder).catch(() => []);
    const texts = await Promise.all(
      logs.map(log => fs.readFile(path.join(folder, log), 'utf8')),
    );
    return [portal.output(), ...texts].join('\n');
  };
  // A line of the log is written a moment after the answer.
  const all = await eventually(readAll, text =>
    text.includes('/api/catalog/entities?key=cbk_'),
  );
  expect(all).toContain('/api/catalog/entities?key=cbk_');
  expect(all).not.toContain(secret);
  expect(all).not.toContain(SERVICE_KEY);
});

it('says what is wrong with what was asked', async () => {
  const wrong = await keys('create', 'ci', '--permissions', 'a.read');
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('name the plugins, too');
  expect((await keys('create', 'ci', '--expires-in', '90')).status).toBe(2);
  expect((await keys('revoke', 'none', '--yes')).stderr).toContain(
    'There is no key none',
  );
});
