import { Client, type ClientConfig } from 'pg';
import { isLocalUrl } from '../../checks/text/isLocalUrl';
import { messageOf } from '../../inspection/messageOf';
import { ProbeError } from '../ProbeError';
import type { Probed } from '../System';

const TIMEOUT_MS = 4_000;
const FULL = 0.9;

/** Connects, and asks for the version, for TLS, and how many connections are left. */
export async function probePostgres(options: {
  connection: string | ClientConfig;
  configKey: string;
  signal: AbortSignal;
}): Promise<Probed> {
  const { connection, configKey, signal } = options;
  const client = new Client({
    ...(typeof connection === 'string'
      ? { connectionString: connection }
      : connection),
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    application_name: 'callboard-connections',
  });
  // A connection that breaks later is reported by the query that needs it.
  client.on('error', () => {});
  const end = () => client.end().catch(() => {});
  signal.addEventListener('abort', end, { once: true });
  try {
    await connect({ client, configKey });
    const { rows } = await client.query<{
      version: string;
      is_tls: boolean | null;
      used: string;
      most: string;
    }>(
      `SELECT current_setting('server_version') AS version,
        (SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()) AS is_tls,
        (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
        current_setting('max_connections') AS most`,
    );
    return judge({ ...rows[0], host: client.host, configKey });
  } finally {
    signal.removeEventListener('abort', end);
    await end();
  }
}

async function connect(options: {
  client: Client;
  configKey: string;
}): Promise<void> {
  const { client, configKey } = options;
  try {
    await client.connect();
  } catch (error) {
    throw new ProbeError(
      `PostgreSQL cannot be reached as ${client.user} at ${client.host}:${
        client.port
      }, database ${client.database}: ${messageOf(error)}`,
      `Check host, port, user, password and TLS in ${configKey} (POSTGRES_HOST and the like), and that the server is running.`,
    );
  }
}

function judge(options: {
  version: string;
  is_tls: boolean | null;
  used: string;
  most: string;
  host: string;
  configKey: string;
}): Probed {
  const { version, is_tls: isTls, host, configKey } = options;
  const used = Number(options.used);
  const most = Number(options.most);
  const answer = `PostgreSQL ${version}; ${used} of ${most} connections are in use`;
  if (used >= most * FULL) {
    return {
      status: 'warn',
      detail: `${answer}, so new ones may soon be refused.`,
      remedy:
        'Raise max_connections of the server, or lower backend.database.knexConfig.pool.max: each plugin has a pool of its own.',
    };
  }
  const isHere = host.startsWith('/') || isLocalUrl(`http://${host}`);
  if (!isTls && !isHere) {
    return {
      status: 'warn',
      detail: `${answer}. The connection is not encrypted: the password and all data cross the network in the clear.`,
      remedy: `Enable TLS at the server and set ${configKey}.ssl (POSTGRES_TLS=true).`,
    };
  }
  return {
    detail: `${answer}${isTls ? '; the connection is encrypted' : ''}.`,
  };
}
