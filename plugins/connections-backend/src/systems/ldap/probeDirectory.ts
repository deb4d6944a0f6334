import net from 'node:net';
import { Client } from 'ldapts';
import { isLocalUrl } from '../../checks/text/isLocalUrl';
import { ProbeError } from '../ProbeError';
import type { Probed } from '../System';

const TIMEOUT_MS = 4_000;

export interface Directory {
  /** `ldap://` or `ldaps://`. */
  url: string;
  startTls: boolean;
  /** Whether the server's certificate is verified. */
  rejectUnauthorized: boolean;
  dn?: string;
  secret?: string;
  /** Where people are. */
  base?: string;
}

/** Binds, and looks whether the entry is there below which people are. */
export async function probeDirectory(options: {
  directory: Directory;
  configKey: string;
  signal: AbortSignal;
}): Promise<Probed> {
  const { directory, configKey, signal } = options;
  const { url, startTls, rejectUnauthorized, dn, secret, base } = directory;
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const tlsOptions = {
    rejectUnauthorized,
    host,
    ...(!net.isIP(host) && { servername: host }),
  };
  const isTls = url.startsWith('ldaps:');
  const client = new Client({
    url,
    timeout: TIMEOUT_MS,
    connectTimeout: TIMEOUT_MS,
    ...(isTls && { tlsOptions }),
  });
  const end = () => client.unbind().catch(() => {});
  signal.addEventListener('abort', end, { once: true });
  try {
    if (startTls && !isTls) await client.startTLS(tlsOptions);
    if (dn) await bind({ client, dn, secret: secret ?? '', configKey });
    if (base) await look({ client, base, configKey });
    return judge({ directory, isEncrypted: isTls || startTls, configKey });
  } finally {
    signal.removeEventListener('abort', end);
    await end();
  }
}

async function bind(options: {
  client: Client;
  dn: string;
  secret: string;
  configKey: string;
}): Promise<void> {
  const { client, dn, secret, configKey } = options;
  try {
    await client.bind(dn, secret);
  } catch (error) {
    if (codeOf(error) !== 49) throw error;
    throw new ProbeError(
      `The directory refuses the account ${dn} with its password (invalid credentials).`,
      `Compare the name and the password in ${configKey} (LDAP_DN, LDAP_SECRET) with the directory; the account may be locked, or its password have expired.`,
    );
  }
}

async function look(options: {
  client: Client;
  base: string;
  configKey: string;
}): Promise<void> {
  const { client, base, configKey } = options;
  try {
    await client.search(base, {
      scope: 'base',
      filter: '(objectClass=*)',
      attributes: ['dn'],
      sizeLimit: 1,
    });
  } catch (error) {
    if (codeOf(error) !== 32) throw error;
    throw new ProbeError(
      `The account does not see ${base}, below which people are searched.`,
      `Correct the place in ${configKey} (LDAP_USERS_BASE_DN), or let the account read it.`,
    );
  }
}

function judge(options: {
  directory: Directory;
  isEncrypted: boolean;
  configKey: string;
}): Probed {
  const { directory, isEncrypted, configKey } = options;
  const who = directory.dn ? `It takes ${directory.dn}` : 'It answers';
  if (!isEncrypted && !isLocalUrl(directory.url)) {
    return {
      status: 'warn',
      detail: `${who}, but not encrypted: passwords cross the network in the clear.`,
      remedy: `Use ldaps:// in ${configKey} (LDAP_URL).`,
    };
  }
  if (isEncrypted && !directory.rejectUnauthorized) {
    return {
      status: 'warn',
      detail: `${who}, but nobody verifies its certificate, so somebody in between can read passwords.`,
      remedy:
        "Name the directory's certificate authority in LDAP_CA_FILE, and remove LDAP_TLS_REJECT_UNAUTHORIZED.",
    };
  }
  return {
    detail: isEncrypted
      ? `${who}; its certificate is verified. Passwords of accounts tell no expiry.`
      : `${who}.`,
  };
}

/** The number of an LDAP result: 49 invalid credentials, 32 no such object. */
function codeOf(error: unknown): number | undefined {
  return (error as { code?: number } | undefined)?.code;
}
