import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { freePort } from '@callboard/cli/src/testing/freePort';
import { activeDirectory } from './activeDirectory';
import { ensureSlapd } from './ensureSlapd';
import { openLdap } from './openLdap';
import { openLdapLocking } from './openLdapLocking';
import type { TestDirectory } from './TestDirectory';
import { testAuthority } from './testAuthority';

const ATTEMPTS = 100;

const SHAPES = {
  openldap: openLdap,
  /** With a password policy. */
  'openldap-locking': openLdapLocking,
  'active-directory': activeDirectory,
};

export interface RunningSlapd {
  /** `ldap://localhost:PORT`, which also does StartTLS. */
  url: string;
  /** `ldaps://localhost:PORT` */
  secureUrl: string;
  directory: TestDirectory;
  close(): Promise<void>;
}

/** Starts OpenLDAP's own server on free ports, with a few people and groups, shaped as OpenLDAP's or as Active Directory's. */
export async function startSlapd(
  options: { shape?: keyof typeof SHAPES } = {},
): Promise<RunningSlapd> {
  const binaries = await ensureSlapd();
  const directory = SHAPES[options.shape ?? 'openldap'];
  const folder = await mkdtemp(join(tmpdir(), 'callboard-slapd-'));
  const file = async (name: string, content: string) => {
    await writeFile(join(folder, name), content, { mode: 0o600 });
    return join(folder, name);
  };
  const { ca, issue } = await testAuthority();
  const { key, cert } = await issue();
  await mkdir(join(folder, 'data'));
  const schemas = await Promise.all(
    directory.schemas.map(async name => {
      const text = await readFile(`${binaries.schemas}/${name}.schema`, 'utf8');
      return file(`${name}.schema`, directory.adapt?.({ name, text }) ?? text);
    }),
  );
  const config = await file(
    'slapd.conf',
    [
      ...schemas.map(schema => `include ${schema}`),
      `modulepath ${binaries.modules}`,
      ...['back_mdb', ...directory.modules].map(name => `moduleload ${name}`),
      ...directory.lines,
      `rootDSE ${await file('root-dse.ldif', directory.rootDse)}`,
      `TLSCACertificateFile ${await file('ca.pem', ca)}`,
      `TLSCertificateFile ${await file('cert.pem', cert)}`,
      `TLSCertificateKeyFile ${await file('key.pem', key)}`,
      'database mdb',
      `suffix "${directory.suffix}"`,
      `rootdn "${directory.adminDn}"`,
      `rootpw ${directory.password}`,
      `directory ${join(folder, 'data')}`,
      'access to attrs=userPassword by anonymous auth by * none',
      'access to * by users read by * none',
      ...directory.overlays,
      '',
    ].join('\n'),
  );
  await promisify(execFile)(binaries.slapadd, [
    ...['-f', config],
    ...['-l', await file('entries.ldif', directory.entries)],
  ]);

  const port = await freePort();
  const securePort = await freePort();
  const server = spawn(
    binaries.slapd,
    [
      ...['-f', config, '-d', '0'],
      ...['-h', `ldap://127.0.0.1:${port} ldaps://127.0.0.1:${securePort}`],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let output = '';
  server.stderr.on('data', chunk => (output += chunk));
  const close = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  for (let attempt = 1; !(await listens(port)); attempt++) {
    if (attempt === ATTEMPTS || server.exitCode !== null) {
      await close();
      throw new Error(`slapd did not start:\n${output}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return {
    url: `ldap://localhost:${port}`,
    secureUrl: `ldaps://localhost:${securePort}`,
    directory,
    close,
  };
}

async function listens(port: number) {
  const socket = net.connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
