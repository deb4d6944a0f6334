import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { parse } from 'yaml';
import { freePort } from '../testing/freePort';
import { runCallboard, temporaryFolder } from '../testing/runCallboard';
import { variablesFor } from '../testing/variablesFor';

jest.setTimeout(120_000);

/** Without the variables of whoever runs the tests, and with an environment file that is not theirs either. */
async function run(args: string[], env: Record<string, string> = {}) {
  const { ended, stdout, stderr } = runCallboard(args, {
    env: { CALLBOARD_PRESETS: '', ...env },
  });
  return { status: await ended, out: stdout(), err: stderr() };
}

async function envFile(text: string) {
  const file = path.join(await temporaryFolder(), 'portal.env');
  fs.writeFileSync(file, text, { mode: 0o600 });
  return file;
}

it('lists the presets, for people and for scripts', async () => {
  const { status, out } = await run(['presets', 'list']);
  expect(status).toBe(0);
  expect(out).toMatch(/Identity.*\n(.*\n)*\s+keycloak/);
  const presets = JSON.parse((await run(['presets', 'list', '--json'])).out);
  expect(presets).toContainEqual(
    expect.objectContaining({ name: 'github', axis: 'source', own: false }),
  );
});

it('shows a preset in full, and names the nearest where there is none', async () => {
  const { out } = await run(['presets', 'show', 'jenkins']);
  expect(parse(out)).toMatchObject({
    name: 'jenkins',
    requires: { variables: { JENKINS_TOKEN: { secret: true } } },
  });
  const { status, err } = await run(['presets', 'show', 'jenkin']);
  expect(status).toBe(1);
  expect(err).toContain('did you mean jenkins?');
});

it('explains a selection: what it turns on, what is set, what to register, which rights', async () => {
  const selection = 'github,github-auth';
  const { status, out, err } = await run(
    ['presets', 'check', selection],
    variablesFor(selection.split(',')),
  );
  expect([status, err]).toEqual([0, '']);
  expect(out).toContain('catalog.providers.github');
  expect(out).toContain('[x] GITHUB_ORG  my-org (from the environment)');
  expect(out).toContain('http://localhost:7007/api/auth/github/handler/frame');
  expect(out).toMatch(/rights: repo/);
  expect(out).toContain('A portal can start with this selection.');
  expect(out).not.toContain(variablesFor(['github']).GITHUB_PAT);
});

it('leads a newcomer from nothing to an environment file that starts', async () => {
  const selection = 'github,github-auth';
  const nothing = await run(['presets', 'check', selection]);
  expect(nothing.status).toBe(78);
  expect(nothing.err).toContain('GITHUB_AUTH_CLIENT_ID');
  expect(nothing.err).toContain(
    `presets check ${selection} --template > portal.env`,
  );

  // They choose the way with a token, and put into each variable what its example shows.
  const { out } = await run(['presets', 'check', selection, '--template']);
  const filled = out
    .split(/\n(?=# )/)
    .map(part => part.replace(/^# (GITHUB_PAT=)/m, '$1'))
    .join('\n')
    .replace(
      /# Example: (.*)\n([A-Z_]+)=\n/g,
      (_, example, name) => `${name}=${example}\n`,
    )
    .replace(/# Example: (.*)\n([A-Z_]+)=$/gm, '$2=$1');
  const file = await envFile(filled);
  const checked = await run(['presets', 'check', '--env-file', file]);
  expect([checked.status, checked.err]).toEqual([0, '']);
});

describe('a start that cannot be', () => {
  const start = async (args: string[], env: Record<string, string>) => {
    const port = await freePort();
    const data = path.join(await temporaryFolder(), 'data');
    const result = await run(
      ['start', '--port', `${port}`, '--data', data, ...args],
      env,
    );
    return { ...result, port, data };
  };

  it('ends with status 78 and one report, without a port and without a file', async () => {
    const { status, err, out, port, data } = await start(
      ['--presets', 'githb,jenkins,keycloak,oidc'],
      { ...variablesFor(['jenkins']), JENKINS_TOKEN: '' },
    );
    expect(status).toBe(78);
    expect(out).toBe('');
    expect(err.match(/Callboard cannot start/g)).toHaveLength(1);
    for (const part of [
      'did you mean github?',
      'JENKINS_TOKEN is empty',
      'exclusive group identity',
      'KEYCLOAK_REALM is not set',
    ]) {
      expect(err).toContain(part);
    }
    expect(fs.existsSync(data)).toBe(false);
    await expect(isOpen(port)).resolves.toBe(false);
  });

  it('says the same as JSON', async () => {
    const { status, err } = await start(['--presets', 'jenkins', '--json'], {});
    expect(status).toBe(78);
    const { problems } = JSON.parse(err);
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'variable-missing',
        variable: 'JENKINS_TOKEN',
        presets: ['jenkins'],
        docs: expect.stringContaining('https://'),
        example: expect.any(String),
      }),
    );
  });
});

it('prints a configuration that could not start, and says why', async () => {
  const { status, out, err } = await run([
    'config',
    'print',
    'jenkins',
    '--presets',
    'jenkins',
    '--json',
  ]);
  expect(status).toBe(78);
  expect(JSON.parse(out)).toEqual(expect.any(Array));
  expect(err).toContain('JENKINS_URL is not set');
});

it('answers wrong usage with status 2', async () => {
  expect((await run(['presets', 'chek'])).status).toBe(2);
  expect((await run(['config', 'print', 'a', 'b'])).status).toBe(2);
});

function isOpen(port: number) {
  return new Promise<boolean>(resolve => {
    const socket = net.connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
}
