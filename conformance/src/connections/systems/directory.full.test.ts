import {
  startSlapd,
  type RunningSlapd,
} from '../../presets/standIns/startSlapd';
import { openSystems } from './openSystems';

jest.setTimeout(120_000);

const { trust, inspect } = openSystems({ now: () => new Date() });

describe('a directory', () => {
  let slapd: RunningSlapd;
  beforeAll(async () => {
    await trust();
    slapd = await startSlapd();
  });
  afterAll(() => slapd.close());

  const run = (values: {
    url?: string;
    secret?: string;
    base?: string;
    verify?: string;
    startTls?: boolean;
  }) => {
    const { directory, secureUrl } = slapd;
    const { url = secureUrl, secret = directory.password } = values;
    const { base = `ou=people,${directory.suffix}`, verify = 'true' } = values;
    return inspect({
      auth: {
        providers: {
          ldap: {
            production: {
              ldapAuthenticationOptions: {
                adminDn: directory.adminDn,
                adminPassword: secret,
                userSearchBase: base,
                starttls: values.startTls ?? false,
                ldapOpts: {
                  url,
                  tlsOptions: { rejectUnauthorized: verify },
                },
              },
            },
          },
        },
      },
      catalog: {
        providers: {
          ldapOrg: {
            default: {
              target: url,
              bind: { dn: directory.adminDn, secret },
              tls: { rejectUnauthorized: verify },
              users: [{ dn: base }],
            },
          },
        },
      },
    });
  };

  it('passes an account that is taken, with a certificate that is verified', async () => {
    expect(await run({})).toMatchObject(
      ['ldap:sign-in', 'ldap:default'].map(id => ({
        id,
        kind: 'ldap',
        status: 'pass',
        credential: { type: 'bind account' },
        detail: expect.stringContaining('its certificate is verified'),
      })),
    );
  });

  it('passes StartTLS', async () => {
    const [signIn] = await run({ url: slapd.url, startTls: true });
    expect(signIn).toMatchObject({
      status: 'pass',
      detail: expect.stringContaining('its certificate is verified'),
    });
  });

  it('tells a password that is refused, without it', async () => {
    const facts = await run({ secret: 'wrong-password' });
    expect(facts).toMatchObject([
      {
        status: 'fail',
        detail: expect.stringContaining('invalid credentials'),
      },
      { status: 'fail', remedy: expect.stringContaining('LDAP_SECRET') },
    ]);
    expect(JSON.stringify(facts)).not.toContain('wrong-password');
  });

  it('tells a place that is not there', async () => {
    expect(
      await run({ base: `ou=nobody,${slapd.directory.suffix}` }),
    ).toMatchObject([
      { status: 'fail', remedy: expect.stringContaining('LDAP_USERS_BASE_DN') },
      { status: 'fail' },
    ]);
  });

  it('warns when nobody verifies the certificate', async () => {
    expect(await run({ verify: 'false' })).toMatchObject([
      { status: 'warn', remedy: expect.stringContaining('LDAP_CA_FILE') },
      { status: 'warn' },
    ]);
  });

  it('tells a server that is not there', async () => {
    expect(await run({ url: 'ldap://127.0.0.1:1' })).toMatchObject([
      { status: 'fail' },
      { status: 'fail' },
    ]);
  });
});
