import fs from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../testing/freePort';
import { runCallboard, temporaryFolder } from '../testing/runCallboard';

jest.setTimeout(120_000);

async function startSandbox(options: { data?: string; args?: string[] } = {}) {
  const data = options.data ?? (await temporaryFolder());
  const port = await freePort();
  const run = runCallboard([
    'sandbox',
    ...['--port', `${port}`, '--data', data, '--json'],
    ...(options.args ?? []),
  ]);
  await run.waitFor('controlToken');
  return { ...run, data, port, facts: JSON.parse(run.stdout()) };
}

const ask = async (url: string, token: string, init: RequestInit = {}) =>
  fetch(url, { ...init, headers: { authorization: `Bearer ${token}` } });

it('serves the example company, and keeps what happened in it', async () => {
  const first = await startSandbox();
  const { api, controlToken, organisation } = first.facts;
  expect(organisation).toBe('copperbell');
  const repositories = await fetch(`${api}/orgs/copperbell/repos`);
  expect((await repositories.json()).length).toBeGreaterThan(1);

  const made = await fetch(`${first.facts.url}/_sandbox/tokens`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${controlToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      kind: 'classic',
      user: 'lena-fischer',
      scopes: ['repo', 'user'],
    }),
  });
  const { token } = await made.json();
  const created = await fetch(`${api}/user/repos`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name: 'kept', auto_init: true }),
  });
  expect(created.status).toBe(201);
  expect(await first.stop()).toBe(0);

  const second = await startSandbox({ data: first.data });
  expect(second.facts.origin).toBe('kept');
  const kept = await ask(
    `${second.facts.api}/repos/lena-fischer/kept/contents/README.md`,
    token,
  );
  expect(kept.status).toBe(200);
  await second.stop();

  const third = await startSandbox({ data: first.data, args: ['--reset'] });
  expect(third.facts.origin).toBe('seeded');
  expect(
    (await fetch(`${third.facts.api}/repos/lena-fischer/kept`)).status,
  ).toBe(404);

  // Two on one directory would overwrite each other's state.
  const fourth = runCallboard([
    'sandbox',
    ...['--port', `${await freePort()}`, '--data', first.data],
  ]);
  expect(await fourth.ended).toBe(78);
  expect(fourth.stderr()).toContain('another GitHub sandbox uses');
  await third.stop();
});

it('says which port is taken', async () => {
  const running = await startSandbox();
  const other = runCallboard([
    'sandbox',
    ...['--port', `${running.port}`, '--data', await temporaryFolder()],
  ]);
  expect(await other.ended).toBe(78);
  expect(other.stderr()).toContain(`port ${running.port}`);
  await running.stop();
});

it('reports everything that is wrong with a seed at once, with file and line', async () => {
  const seed = await temporaryFolder();
  await fs.mkdir(path.join(seed, 'repositories', 'shop'), { recursive: true });
  await fs.mkdir(path.join(seed, 'sandbox'));
  await fs.writeFile(path.join(seed, 'repositories', 'shop', 'README.md'), '#');
  await fs.writeFile(
    path.join(seed, 'sandbox', 'shop.yaml'),
    'description: A shop\nteams: { nobody: push }\nvisibilty: public\n',
  );
  const run = runCallboard([
    'sandbox',
    ...['--port', `${await freePort()}`, '--seed', seed],
    ...['--data', await temporaryFolder(), '--json'],
  ]);
  expect(await run.ended).toBe(78);
  const { problems } = JSON.parse(run.stderr());
  expect(problems.map(({ where }: { where: string }) => where)).toEqual([
    expect.stringContaining('shop.yaml:2'),
    expect.stringContaining('shop.yaml:3'),
  ]);
});

it.each([['--port', 'many'], ['--latency', '-1'], ['--nonsense']])(
  'answers %s %s with status 2',
  async (...args) => {
    expect(await runCallboard(['sandbox', ...args]).ended).toBe(2);
  },
);
