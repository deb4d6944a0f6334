import { once } from 'node:events';
import net from 'node:net';
import { startLdapPortal } from './startLdapPortal';
import { type RunningSlapd, startSlapd } from './standIns/startSlapd';

jest.setTimeout(120_000);

let slapd: RunningSlapd;

beforeAll(async () => {
  slapd = await startSlapd();
});
afterAll(() => slapd?.close());

/** "Yes, StartTLS", to the message that asks for it. */
const ACCEPTED = Buffer.from('300c02010278070a010004000400', 'hex');

it.each([
  { name: 'from the start', answer: undefined },
  { name: 'in the TLS handshake', answer: ACCEPTED },
])('gives up on a directory that stalls $name', async ({ answer }) => {
  const sockets: net.Socket[] = [];
  const server = net.createServer(socket => {
    sockets.push(socket);
    socket.once('data', () => answer && socket.write(answer));
    socket.on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  const portal = await startLdapPortal({
    slapd,
    url: `ldap://localhost:${port}`,
    ldap: { starttls: true },
  });
  try {
    const begin = performance.now();
    const { status } = await portal.signIn('grace', 'grace-secret');

    expect(status).toBe(503);
    expect(performance.now() - begin).toBeLessThan(15_000);
    expect(portal.log()).toMatch(/timed out|timeout/);
    expect(sockets).toHaveLength(1);
    expect(sockets[0].closed || sockets[0].readableEnded).toBe(true);
  } finally {
    await portal.stop();
    sockets.forEach(socket => socket.destroy());
    server.close();
  }
});
