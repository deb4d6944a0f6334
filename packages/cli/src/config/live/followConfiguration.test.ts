import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createEnvironment } from '../../testing/createEnvironment';
import { privateKey } from '../../testing/privateKey';
import { shippedRoot } from '../../testing/shippedRoot';
import { inspectPortalConfig } from '../loadPortalConfig';
import { createFindings } from './createFindings';
import { followConfiguration } from './followConfiguration';
import { openLiveConfig } from './openLiveConfig';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-follow-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** As `callboard start` does it, with a preset and these variables. */
async function follow(env: Record<string, string>) {
  const root = shippedRoot();
  const read = async () => {
    const environment = createEnvironment(
      root,
      { GITHUB_ORG: 'acme', ...env },
      { presets: ['github'] },
    );
    return { environment, portal: await inspectPortalConfig(environment) };
  };
  const first = await read();
  const { config, publish } = await openLiveConfig({
    data: first.portal.merged.data,
  });
  const heard = jest.fn();
  config.subscribe!(heard);
  const findings = createFindings({ warnings: first.portal.warnings });
  const reports: string[] = [];
  findings.onReport(({ level, message }) =>
    reports.push(`${level} ${message}`),
  );
  const following = followConfiguration({
    read: first,
    readAgain: read,
    publish: ({ merged }) => publish(merged.data),
    findings,
    wait: async () => {},
  });
  following.stop();
  return {
    config,
    findings,
    reports,
    heard,
    root,
    look: async () => {
      await following.look();
      // What is published reaches its readers by way of a stream.
      await new Promise(resolve => setImmediate(resolve));
    },
  };
}

const tokenOf = (config: { get(key: string): any }) =>
  config.get('integrations.github')[0].token;

it('publishes what a file holds now, and tells whoever reads it', async () => {
  const file = path.join(folder, 'pat');
  fs.writeFileSync(file, 'ghp_first\n');
  const { config, look, heard, reports } = await follow({
    GITHUB_PAT_FILE: file,
  });
  expect(tokenOf(config)).toBe('ghp_first');
  await look();
  expect(heard).not.toHaveBeenCalled();
  expect(reports).toEqual([]);

  fs.writeFileSync(file, 'ghp_second\n');
  await look();
  expect(tokenOf(config)).toBe('ghp_second');
  expect(heard).toHaveBeenCalledTimes(1);
  expect(reports).toEqual([
    'info A file with a secret has changed; what it holds now is in use.',
  ]);
});

it('follows the links that Kubernetes swaps', async () => {
  for (const [name, value] of [
    ['..1', 'ghp_first'],
    ['..2', 'ghp_other'],
  ]) {
    fs.mkdirSync(path.join(folder, name));
    fs.writeFileSync(path.join(folder, name, 'pat'), value);
  }
  const time = new Date('2026-01-01T00:00:00Z');
  fs.utimesSync(path.join(folder, '..1', 'pat'), time, time);
  fs.utimesSync(path.join(folder, '..2', 'pat'), time, time);
  fs.symlinkSync('..1', path.join(folder, '..data'));
  fs.symlinkSync('..data/pat', path.join(folder, 'pat'));
  const { config, look } = await follow({
    GITHUB_PAT_FILE: path.join(folder, 'pat'),
  });
  expect(tokenOf(config)).toBe('ghp_first');

  fs.symlinkSync('..2', path.join(folder, '..data_tmp'));
  fs.renameSync(path.join(folder, '..data_tmp'), path.join(folder, '..data'));
  await look();
  expect(tokenOf(config)).toBe('ghp_other');
});

it.each<[string, (file: string) => void, string]>([
  ['is gone', file => fs.rmSync(file), 'there is no such file'],
  [
    'holds no key any more',
    file => fs.writeFileSync(file, 'hush: not a key'),
    'GITHUB_PRIVATE_KEY is not a private key',
  ],
  [
    'is half written',
    file => fs.writeFileSync(file, ''),
    'GITHUB_PRIVATE_KEY is empty',
  ],
])('goes on with what it had when a file %s', async (_, spoil, told) => {
  const file = path.join(folder, 'key.pem');
  fs.writeFileSync(file, privateKey);
  const { config, look, heard, reports, findings } = await follow({
    GITHUB_APP_ID: '1',
    GITHUB_CLIENT_ID: 'Iv1.a',
    GITHUB_CLIENT_SECRET: 'secret',
    GITHUB_PRIVATE_KEY_FILE: file,
  });
  const key = () => (config.get('integrations.github') as any)[0].apps[0];
  expect(key().privateKey).toBe(privateKey);

  spoil(file);
  await look();
  expect(key().privateKey).toBe(privateKey);
  expect(heard).not.toHaveBeenCalled();
  const { problems } = findings.current();
  expect(JSON.stringify(problems)).toContain(told);
  expect(reports).toEqual([
    expect.stringMatching(/^warn .*the portal goes on with what it had/),
  ]);
  expect(JSON.stringify([problems, reports])).not.toContain('hush');

  fs.writeFileSync(file, privateKey);
  await look();
  expect(findings.current().problems).toEqual([]);
  expect(reports.at(-1)).toBe(
    'info The configuration is in order again, and in use.',
  );
});

it('takes a token over that was rotated', async () => {
  const { config, look, root } = await follow({ GITHUB_PAT: 'ghp_first' });
  const file = path.join(root, 'data', 'connections', 'credentials.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(
    file,
    JSON.stringify({
      version: 1,
      credentials: [
        {
          kind: 'token',
          host: 'github.com',
          token: 'ghp_rotated',
          // Of ghp_first.
          replaces: 'cd19452a',
          storedAt: '2026-01-01T00:00:00.000Z',
        },
      ],
    }),
  );
  await look();
  expect(tokenOf(config)).toBe('ghp_rotated');
});

it('says so when reading itself fails, and goes on', async () => {
  const file = path.join(folder, 'pat');
  fs.writeFileSync(file, 'ghp_first');
  const root = shippedRoot();
  const environment = createEnvironment(
    root,
    { GITHUB_ORG: 'acme', GITHUB_PAT_FILE: file },
    { presets: ['github'] },
  );
  const portal = await inspectPortalConfig(environment);
  const findings = createFindings({ warnings: [] });
  const reports: string[] = [];
  findings.onReport(({ message }) => reports.push(message));
  const publish = jest.fn();
  const { look, stop } = followConfiguration({
    read: { environment, portal },
    readAgain: async () => {
      throw new Error('the disk is gone');
    },
    publish,
    findings,
    wait: async () => {},
  });
  stop();
  fs.writeFileSync(file, 'ghp_second');
  await look();
  expect(publish).not.toHaveBeenCalled();
  expect(reports).toEqual([
    'The configuration could not be read again: the disk is gone',
  ]);
});
