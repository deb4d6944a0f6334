import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

const SLAPD = '/usr/sbin/slapd';
const SCHEMAS = '/etc/ldap/schema';

/** The server of OpenLDAP, as Debian packages it. Installs it where that is possible without asking anybody. */
export async function ensureSlapd(): Promise<{
  slapd: string;
  slapadd: string;
  schemas: string;
  modules: string;
}> {
  if (!existsSync(SLAPD)) {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
      throw new Error(
        `The tests of LDAP need OpenLDAP's server, and ${SLAPD} is not on this machine. Install it (Debian: sudo apt-get install slapd).`,
      );
    }
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env });
    await run(
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'slapd'],
      { env },
    );
  }
  return {
    slapd: SLAPD,
    slapadd: '/usr/sbin/slapadd',
    schemas: SCHEMAS,
    modules: '/usr/lib/ldap',
  };
}
