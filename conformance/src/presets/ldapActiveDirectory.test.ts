import { type LdapPortal, startLdapPortal } from './startLdapPortal';
import { type RunningSlapd, startSlapd } from './standIns/startSlapd';

jest.setTimeout(120_000);

let slapd: RunningSlapd;
let portal: LdapPortal;

beforeAll(async () => {
  slapd = await startSlapd({ shape: 'active-directory' });
  const category = `cn=Person,cn=Schema,cn=Configuration,${slapd.directory.suffix}`;
  portal = await startLdapPortal({
    slapd,
    ldap: {
      // Not as the directory spells it.
      usernameAttribute: 'samaccountname',
      userSearchFilter: `(&(objectCategory=${category})(objectClass=user)(!(userAccountControl:1.2.840.113556.1.4.803:=2)))`,
    },
  });
});
afterAll(async () => {
  await portal?.stop();
  await slapd?.close();
});

it('signs in by sAMAccountName, by any spelling', async () => {
  for (const name of ['grace', 'GRACE']) {
    await expect(portal.signIn(name, 'grace-secret')).resolves.toMatchObject({
      status: 200,
      user: 'user:default/grace',
      email: 'grace@example.org',
    });
  }
});

it('refuses a disabled account, a common name and a group', async () => {
  const answers = await Promise.all([
    portal.signIn('alan', 'alan-secret'),
    portal.signIn('Grace Hopper', 'grace-secret'),
    portal.signIn('Compilers', 'grace-secret'),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
});
