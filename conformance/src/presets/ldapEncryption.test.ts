import net from 'node:net';
import { once } from 'node:events';
import { startLdapPortal } from './startLdapPortal';
import { type RunningSlapd, startSlapd } from './standIns/startSlapd';
import { testAuthority } from './standIns/testAuthority';

jest.setTimeout(120_000);

let slapd: RunningSlapd;

beforeAll(async () => {
  slapd = await startSlapd();
});
afterAll(() => slapd?.close());

const portOf = (url: string) => Number(new URL(url).port);

/** The answer to Grace's password, or another one, and what the log says. */
async function signIn(options: {
  url: string;
  starttls?: boolean;
  rejectUnauthorized?: boolean;
  password?: string;
}) {
  const { url, starttls, rejectUnauthorized, password } = options;
  const portal = await startLdapPortal({
    slapd,
    url,
    rejectUnauthorized,
    ldap: { starttls: starttls ?? false },
  });
  try {
    const begin = performance.now();
    const answer = await portal.signIn('grace', password ?? 'grace-secret');
    expect(performance.now() - begin).toBeLessThan(5000);
    return { ...answer, log: portal.log() };
  } finally {
    await portal.stop();
  }
}

const ways = [
  { name: 'LDAPS', starttls: false, url: () => slapd.secureUrl },
  { name: 'StartTLS', starttls: true, url: () => slapd.url },
];

describe.each(ways)('$name', ({ url, starttls }) => {
  // A name that leads here, and that the certificate does not have.
  const otherName = () => url().replace('localhost', '127.1');

  it('refuses a certificate of an authority that nobody trusts', async () => {
    const { status, body, log } = await signIn({ url: url(), starttls });

    expect(status).toBe(503);
    expect(body).not.toMatch(/certificate|localhost|cn=admin/);
    expect(log).toMatch(
      /self-signed certificate in certificate chain|unable to verify/,
    );
  });

  it('takes it when it is told not to verify', async () => {
    await expect(
      signIn({ url: otherName(), starttls, rejectUnauthorized: false }),
    ).resolves.toMatchObject({ status: 200 });
  });
});

describe.each(ways)('$name with a trusted authority', ({ url, starttls }) => {
  beforeAll(async () => (await testAuthority()).trust());

  it.each(['localhost', '127.0.0.1'])('signs in at %s', async host => {
    const here = url().replace('localhost', host);
    await expect(signIn({ url: here, starttls })).resolves.toMatchObject({
      status: 200,
    });
    await expect(
      signIn({ url: here, starttls, password: 'wrong' }),
    ).resolves.toMatchObject({ status: 401 });
  });

  it('refuses a certificate for another name', async () => {
    const { status, body, log } = await signIn({
      url: url().replace('localhost', '127.1'),
      starttls,
    });

    expect(status).toBe(503);
    expect(body).not.toMatch(/127\.|certificate|cn=admin/);
    expect(log).toContain("Host: 127.1. is not in the cert's altnames");
  });
});

describe('somebody between the portal and the directory', () => {
  /**
   * The start of an answer to message 3, the bind: "success", with a diagnostic message of 14 bytes. The 14 bytes are the encrypted answer
   * that follows, which says that the password is wrong.
   */
  const INJECTED = Buffer.from('301a02010361150a01000400040e', 'hex');

  it('cannot slip in an answer before StartTLS takes effect', async () => {
    (await testAuthority()).trust();
    const between = net.createServer(client => {
      const server = net.connect(portOf(slapd.url), '127.0.0.1');
      server.once('data', chunk => {
        client.write(Buffer.concat([chunk, INJECTED]));
        server.pipe(client);
      });
      client.pipe(server);
      client.on('error', () => server.destroy());
      server.on('error', () => client.destroy());
    });
    between.listen(0, '127.0.0.1');
    await once(between, 'listening');
    const { port } = between.address() as net.AddressInfo;
    try {
      const { status } = await signIn({
        url: `ldap://localhost:${port}`,
        starttls: true,
        password: 'wrong',
      });
      expect(status).toBe(401);
    } finally {
      between.close();
    }
  });

  it('cannot make the portal go on without TLS', async () => {
    const refusal = Buffer.from('300c02010278070a013404000400', 'hex');
    const asked: string[] = [];
    const between = net.createServer(client => {
      client.on('data', chunk => {
        asked.push(chunk.toString('latin1'));
        client.write(refusal);
      });
    });
    between.listen(0, '127.0.0.1');
    await once(between, 'listening');
    const { port } = between.address() as net.AddressInfo;
    try {
      const { status } = await signIn({
        url: `ldap://localhost:${port}`,
        starttls: true,
      });
      expect(status).toBe(503);
      expect(asked.join()).not.toMatch(/secret|cn=admin/);
    } finally {
      between.close();
    }
  });
});
