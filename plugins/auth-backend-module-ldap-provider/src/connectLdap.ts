import net from 'node:net';
import tls from 'node:tls';
import { Client, type ClientOptions } from 'ldapts';
import type { LdapDirectoryOptions } from './readLdapConfig';

const TIMEOUT_MS = 10_000;

/** A client of the directory whose connection is encrypted as the options say. Whoever asks for one ends it with `unbind`. */
export async function connectLdap(
  options: Pick<
    LdapDirectoryOptions,
    'url' | 'startTls' | 'rejectUnauthorized'
  >,
): Promise<Client> {
  const { url, startTls, rejectUnauthorized } = options;
  const isTls = url.startsWith('ldaps:');
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const tlsOptions: tls.ConnectionOptions = {
    rejectUnauthorized,
    host,
    ...(!net.isIP(host) && { servername: host }),
  };
  const client = {
    url,
    timeout: TIMEOUT_MS,
    connectTimeout: TIMEOUT_MS,
    ...(isTls && { tlsOptions }),
  };
  return startTls && !isTls
    ? upgrade({ client, tlsOptions })
    : new Client(client);
}

/**
 * StartTLS. The client that asks for it is not the one that goes on: bytes that somebody slips in before the handshake stay in the
 * first one's buffer, where they could pass for the start of an encrypted answer, for example of "the password is right".
 */
async function upgrade(options: {
  client: ClientOptions;
  tlsOptions: tls.ConnectionOptions;
}): Promise<Client> {
  const { client, tlsOptions } = options;
  let plain: net.Socket | undefined;
  let encrypted: tls.TLSSocket | undefined;
  let timer: NodeJS.Timeout | undefined;
  const first = new Client({
    ...client,
    createConnection: ((port: number, host: string) => {
      plain = net.connect(port, host);
      return plain;
    }) as typeof net.connect,
    createSecureConnection: ((upgraded: tls.ConnectionOptions) => {
      const socket = tls.connect(upgraded);
      // The client has time limits for connections and answers, and none for the handshake between them.
      timer = setTimeout(
        () => socket.destroy(new Error('TLS handshake timeout')),
        TIMEOUT_MS,
      );
      encrypted = socket;
      return socket;
    }) as typeof tls.connect,
  });
  try {
    await first.startTLS(tlsOptions);
  } catch (error) {
    plain?.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  const socket = encrypted!;
  socket.removeAllListeners('data');
  return new Client({
    ...client,
    createConnection: (() => socket) as unknown as typeof net.connect,
  });
}
