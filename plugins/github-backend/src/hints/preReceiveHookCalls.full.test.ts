import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { HOOK, SECRET, startHookScene } from './__testUtils__/startHookScene';

jest.setTimeout(60_000);

let scene: Awaited<ReturnType<typeof startHookScene>>;
beforeEach(async () => {
  scene = await startHookScene();
});
afterEach(() => scene?.stop());

it('tells the portal of a push to the default branch before the ref moves', async () => {
  const first = await scene.commit();
  expect(await scene.push()).toEqual([
    'callboard: told the portal about the push to refs/heads/main of acme/shop',
  ]);
  const second = await scene.commit();
  await scene.push();
  expect(scene.hints).toMatchObject([
    { owner: 'acme', name: 'shop', commit: first, refThen: '' },
    { host: 'ghe.example.com', commit: second, refThen: first },
  ]);
  expect(await scene.refOf('refs/heads/main')).toBe(second);
});

it('has nothing to tell of other branches and tags', async () => {
  await scene.commit();
  await scene.push();
  const lines = await scene.push([
    'main:refs/heads/topic',
    'HEAD:refs/tags/v1',
  ]);
  expect(lines).toEqual([
    'callboard: nothing to tell: no push to the default branch main',
  ]);
  expect(scene.hints).toHaveLength(1);
});

it('knows which branch is the default, and guesses where it is not told', async () => {
  const bare = path.join(scene.folder, 'shop.git');
  await scene.git(['symbolic-ref', 'HEAD', 'refs/heads/trunk'], { cwd: bare });
  const commit = await scene.commit();
  await scene.push(['main:refs/heads/master']);
  expect(scene.hints).toEqual([]);
  await scene.push(['main:refs/heads/trunk']);
  expect(scene.hints).toMatchObject([{ commit }]);
  // As a repository has it whose refs are not kept in files.
  const line = `${'0'.repeat(40)} ${commit} refs/heads/master\n`;
  const output = execFileSync(HOOK, {
    input: line,
    cwd: scene.folder,
    env: { PATH: process.env.PATH, GITHUB_REPO_NAME: 'acme/shop' },
  }).toString();
  expect(output).toContain('CALLBOARD_URL CALLBOARD_HINT_SECRET');
});

it('does not tell of a default branch that is deleted', async () => {
  const bare = path.join(scene.folder, 'shop.git');
  await scene.git(['config', 'receive.denyDeleteCurrent', 'ignore'], {
    cwd: bare,
  });
  await scene.commit();
  await scene.push();
  expect(await scene.push([':main'])).toContain(
    'callboard: nothing to tell: main is deleted',
  );
  expect(scene.hints).toHaveLength(1);
});

it.each<[string, number | 'silence' | 'reset', RegExp]>([
  ['an error', 500, /answered with 500/],
  ['that the secret is another', 401, /does not accept the secret/],
  ['that it takes no hints', 404, /takes no hints: set callboard/],
  ['that there are too many', 429, /too many hints/],
  ['another address', 302, /answered with 302/],
  ['nothing', 'silence', /took longer than 2 seconds/],
  ['by hanging up', 'reset', /could not be told/],
])('accepts the push when the portal answers with %s', async (_, how, line) => {
  scene.answerWith((request, response) => {
    if (how === 'reset') request.socket.destroy();
    else if (how !== 'silence')
      response.writeHead(how).end('x'.repeat(100_000));
  });
  const commit = await scene.commit();
  const lines = await scene.push();
  expect(lines).toEqual([expect.stringMatching(line)]);
  expect(await scene.refOf('refs/heads/main')).toBe(commit);
});

it.each<[string, Record<string, string | undefined>, RegExp]>([
  [
    'the portal is down',
    { CALLBOARD_URL: 'http://127.0.0.1:1' },
    /cannot be reached/,
  ],
  [
    'its name is not known',
    { CALLBOARD_URL: 'http://portal.invalid' },
    /cannot be resolved|longer than/,
  ],
  [
    'the secret is another',
    { CALLBOARD_HINT_SECRET: 'another' },
    /does not accept the secret/,
  ],
  [
    'the address is missing',
    { CALLBOARD_URL: undefined },
    /not set: CALLBOARD_URL$/,
  ],
  [
    'the secret is missing',
    { CALLBOARD_HINT_SECRET: undefined },
    /not set: CALLBOARD_HINT_SECRET$/,
  ],
  [
    'everything is missing',
    {
      CALLBOARD_URL: undefined,
      CALLBOARD_HINT_SECRET: '',
      GITHUB_REPO_NAME: '',
    },
    /not set: CALLBOARD_URL CALLBOARD_HINT_SECRET GITHUB_REPO_NAME$/,
  ],
  [
    'the name is none',
    { GITHUB_REPO_NAME: 'acme/shop"; id' },
    /not of the form owner\/name/,
  ],
  [
    'the address is none',
    { CALLBOARD_URL: 'file:///etc/passwd' },
    /no address/,
  ],
])('accepts the push when %s', async (_, env, line) => {
  const commit = await scene.commit();
  expect(await scene.push(['main'], env)).toEqual([
    expect.stringMatching(line),
  ]);
  expect(await scene.refOf('refs/heads/main')).toBe(commit);
  expect(scene.hints).toEqual([]);
});

it('accepts the push when a program that it needs hangs', async () => {
  const env = await scene.watch('openssl', '#!/bin/bash\nexec sleep 30\n');
  await scene.commit();
  expect(await scene.push(['main'], env)).toEqual([
    'callboard: gave up after 3 seconds; the portal finds the push by itself',
  ]);
});

it('shows the secret to no other program', async () => {
  const env = {
    ...(await scene.watch('curl')),
    ...(await scene.watch('openssl')),
  };
  await scene.commit();
  await scene.push(['main'], env);
  expect(scene.hints).toHaveLength(1);
  const seen = await scene.seen();
  expect(seen).toContain('dgst');
  expect(seen).toContain('--config');
  for (const part of [
    SECRET,
    'x'.repeat(60),
    Buffer.from(SECRET).toString('hex'),
  ]) {
    expect(seen).not.toContain(part);
  }
});

it('reads its settings from a file, which is never run', async () => {
  const file = path.join(scene.folder, 'callboard-sync.conf');
  await fs.writeFile(
    file,
    `# For the portal\nCALLBOARD_URL="${scene.url}/"\r\nCALLBOARD_HINT_SECRET=${SECRET}\nPATH=/nowhere\n$(touch ${scene.folder}/ran)\nCALLBOARD_GITHUB_HOST=$(touch ${scene.folder}/ran)`,
  );
  const commit = await scene.commit();
  const empty = { CALLBOARD_URL: undefined, CALLBOARD_HINT_SECRET: undefined };
  await scene.push(['main'], {
    ...empty,
    CALLBOARD_SYNC_CONFIG: file,
    CALLBOARD_GITHUB_HOST: 'ghe.example.com',
  });
  expect(scene.hints).toMatchObject([{ commit, host: 'ghe.example.com' }]);
  await expect(fs.access(path.join(scene.folder, 'ran'))).rejects.toThrow();
});

it('takes the names of variables of the older script', async () => {
  const commit = await scene.commit();
  await scene.push(['main'], {
    GITHUB_REPO_NAME: undefined,
    CALLBOARD_URL: undefined,
    CALLBOARD_HINT_SECRET: undefined,
    BACKSTAGE_CATALOG_API: `${scene.url}/api/catalog`,
    BACKSTAGE_WEBHOOK_SECRET: SECRET,
    GHE_BASE_URL: 'https://ghe.example.com/api/v3',
    GHE_REPO_OWNER: 'acme',
    GHE_REPO_NAME: 'shop',
  });
  expect(scene.hints).toMatchObject([
    { host: 'ghe.example.com', owner: 'acme', name: 'shop', commit },
  ]);
});

it('takes the older script’s name of the ref where there is no list of refs', async () => {
  const output = execFileSync(HOOK, {
    input: '',
    cwd: scene.folder,
    env: {
      PATH: process.env.PATH,
      GITHUB_REPO_NAME: 'acme/shop',
      CALLBOARD_URL: 'http://127.0.0.1:1',
      CALLBOARD_HINT_SECRET: SECRET,
      GHE_PUSH_REF: 'refs/heads/main',
    },
  }).toString();
  expect(output).toMatch(/^callboard: the portal cannot be reached.*\n$/);
});
