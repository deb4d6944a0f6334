import { Client } from 'ldapts';
import { type LdapPortal, startLdapPortal } from './startLdapPortal';
import { type RunningSlapd, startSlapd } from './standIns/startSlapd';

jest.setTimeout(120_000);

const GRACE = {
  status: 200,
  user: 'user:default/grace',
  email: 'grace@example.org',
};

describe("with OpenLDAP's layout", () => {
  let slapd: RunningSlapd;
  let portal: LdapPortal;

  beforeAll(async () => {
    slapd = await startSlapd();
    await addPeople(slapd);
    portal = await startLdapPortal({
      slapd,
      ldap: { userSearchFilter: '(objectClass=inetOrgPerson)' },
    });
  });
  afterAll(async () => {
    await portal?.stop();
    await slapd?.close();
  });

  it('signs in whose password is right, by any spelling of the name', async () => {
    await expect(portal.signIn('grace', 'grace-secret')).resolves.toMatchObject(
      GRACE,
    );
    // The directory takes these for the same name, and says how it is written.
    for (const name of ['GRACE', 'ｇｒａｃｅ']) {
      await expect(portal.signIn(name, 'grace-secret')).resolves.toMatchObject(
        GRACE,
      );
    }
  });

  it('gives everybody else the same answer, in the same time', async () => {
    const attempts: [name: string, password: string][] = [
      ['grace', 'alan-secret'],
      ['grace', 'grace-secret '],
      ['grace', 'GRACE-SECRET'],
      // An empty password would be an anonymous bind, which succeeds.
      ['grace', ''],
      ['grace', '\0'],
      ['grace', 'grace-secret\0'],
      ['nobody', 'grace-secret'],
      ['', 'grace-secret'],
      ['*', 'grace-secret'],
      ['gr*', 'grace-secret'],
      ['grace)(uid=*', 'grace-secret'],
      ['*)(uid=grace', 'grace-secret'],
      ['grace\\', 'grace-secret'],
      ['\\67race', 'grace-secret'],
      ['grace\0', 'grace-secret'],
      ['gra\u00adce', 'grace-secret'],
      ['gra\ud800ce', 'grace-secret'],
      ['uid=grace,ou=people,dc=example,dc=org', 'grace-secret'],
      ['g'.repeat(90_000), 'grace-secret'],
      ['grace', 'x'.repeat(90_000)],
      // The account that searches is not a person, nor is what the filter leaves out.
      ['admin', 'admin-secret'],
      ['robot', 'robot-secret'],
      // Two people have this name.
      ['twin', 'first-secret'],
      ['twin', 'second-secret'],
      // This one has no password at all.
      ['locked', 'x'],
      ['locked', ''],
    ];
    const answers = await Promise.all(
      attempts.map(async ([name, password]) => {
        const begin = performance.now();
        const { status, body } = await portal.signIn(name, password);
        const { message } = JSON.parse(body).error;
        return { status, message, quick: performance.now() - begin < 990 };
      }),
    );

    expect(answers).toEqual(
      attempts.map(() => ({
        status: 401,
        message: 'User name or password is wrong',
        quick: false,
      })),
    );
  });

  it('answers 404 to a person whom the catalog does not know', async () => {
    await expect(portal.signIn('ada', 'ada-secret')).resolves.toMatchObject({
      status: 404,
    });
  });

  it('logs no password, right or wrong', () => {
    expect(portal.log()).toContain('no user for uid=ada');
    expect(portal.log()).not.toMatch(/-secret/i);
  });
});

describe('without a directory that answers', () => {
  const unavailable = {
    name: 'ServiceUnavailableError',
    message:
      'The directory could not be asked. The log of the portal says why.',
  };

  it('answers 503, and tells only the log where the directory should be', async () => {
    const slapd = await startSlapd();
    await slapd.close();
    const { status, error, log } = await signInOnce({ slapd });

    expect({ status, error }).toEqual({ status: 503, error: unavailable });
    expect(log).toContain('ECONNREFUSED');
    expect(log).not.toContain('grace-secret');
  });

  it('does so too when the account that searches is refused', async () => {
    const slapd = await startSlapd();
    try {
      const { status, error, log } = await signInOnce({
        slapd,
        ldap: { adminPassword: 'outdated' },
      });

      expect({ status, error }).toEqual({ status: 503, error: unavailable });
      expect(log).toContain('0x31');
      expect(log).not.toMatch(/grace-secret|outdated/);
    } finally {
      await slapd.close();
    }
  });
});

async function signInOnce(options: {
  slapd: RunningSlapd;
  ldap?: { adminPassword: string };
}) {
  const portal = await startLdapPortal(options);
  try {
    const { status, body } = await portal.signIn('grace', 'grace-secret');
    return { status, error: JSON.parse(body).error, log: portal.log() };
  } finally {
    await portal.stop();
  }
}

async function addPeople(slapd: RunningSlapd) {
  const { adminDn, password, suffix } = slapd.directory;
  const client = new Client({ url: slapd.url });
  const person = (uid: string, userPassword?: string) => ({
    objectClass: 'inetOrgPerson',
    ...{ uid, cn: uid, sn: uid },
    ...(userPassword && { userPassword }),
  });
  const people = `ou=people,${suffix}`;
  try {
    await client.bind(adminDn, password);
    await client.add(`uid=ada,${people}`, person('ada', 'ada-secret'));
    await client.add(`uid=locked,${people}`, person('locked'));
    await client.add(`uid=twin,${people}`, person('twin', 'first-secret'));
    await client.add(`uid=twin,ou=groups,${suffix}`, {
      ...person('twin', 'second-secret'),
    });
    await client.add(`uid=robot,${people}`, {
      objectClass: ['account', 'simpleSecurityObject'],
      uid: 'robot',
      userPassword: 'robot-secret',
    });
  } finally {
    await client.unbind();
  }
}
