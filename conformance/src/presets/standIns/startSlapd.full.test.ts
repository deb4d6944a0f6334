import { Client } from 'ldapts';
import { startSlapd, type RunningSlapd } from './startSlapd';
import { testAuthority } from './testAuthority';

jest.setTimeout(120_000);

let slapd: RunningSlapd;

afterEach(() => slapd?.close());

it('is a directory with people and groups, over LDAPS', async () => {
  slapd = await startSlapd();
  const { ca } = await testAuthority();
  const { suffix, adminDn, password } = slapd.directory;
  const client = new Client({ url: slapd.secureUrl, tlsOptions: { ca } });
  try {
    await client.bind(adminDn, password);
    const { searchEntries } = await client.search(suffix, {
      filter: '(uid=grace)',
      attributes: ['cn', 'memberOf'],
    });
    expect(searchEntries).toEqual([
      {
        dn: `uid=grace,ou=people,${suffix}`,
        cn: 'Grace Hopper',
        memberOf: `cn=compilers,ou=groups,${suffix}`,
      },
    ]);
  } finally {
    await client.unbind();
  }
  const stranger = new Client({ url: slapd.secureUrl });
  await expect(stranger.bind(adminDn, password)).rejects.toThrow(/certificate/);
});

it('knows passwords, and does StartTLS', async () => {
  slapd = await startSlapd();
  const { ca } = await testAuthority();
  const dn = `uid=grace,ou=people,${slapd.directory.suffix}`;
  const client = new Client({ url: slapd.url });
  try {
    await client.startTLS({ ca });
    await client.bind(dn, 'grace-secret');
    await expect(client.bind(dn, 'wrong')).rejects.toThrow(/0x31/);
  } finally {
    await client.unbind();
  }
});

it('can look like Active Directory', async () => {
  slapd = await startSlapd({ shape: 'active-directory' });
  const { suffix, adminDn, password } = slapd.directory;
  const client = new Client({ url: slapd.url });
  try {
    await client.bind(adminDn, password);
    const root = await client.search('', {
      scope: 'base',
      attributes: ['*', '+'],
    });
    expect(root.searchEntries[0].forestFunctionality).toBe('7');
    const { searchEntries } = await client.search(suffix, {
      filter:
        '(&(sAMAccountName=GRACE)(objectCategory=person)(objectClass=user)(!(userAccountControl:1.2.840.113556.1.4.803:=2)))',
    });
    expect(searchEntries).toMatchObject([
      {
        sAMAccountName: 'grace',
        memberOf: `cn=Compilers,ou=Groups,${suffix}`,
      },
    ]);
  } finally {
    await client.unbind();
  }
});
