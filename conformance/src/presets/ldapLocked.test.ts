import { startLdapPortal } from './startLdapPortal';
import { startSlapd } from './standIns/startSlapd';

jest.setTimeout(120_000);

it('tells locked and expired accounts apart in the log, and to nobody who signs in', async () => {
  const slapd = await startSlapd({ shape: 'openldap-locking' });
  const portal = await startLdapPortal({ slapd });
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      await portal.signIn('alan', 'wrong-secret');
    }
    const answers = await Promise.all(
      [
        ['grace', 'wrong-secret'],
        ['nobody', 'wrong-secret'],
        ['ada', 'ada-secret'],
        ['edsger', 'edsger-secret'],
        ['alan', 'alan-secret'],
      ].map(async ([name, password]) => {
        const { status, body } = await portal.signIn(name, password);
        return { status, error: JSON.parse(body).error };
      }),
    );
    expect(answers).toEqual(
      answers.map(() => ({
        status: 401,
        error: expect.objectContaining({
          message: 'User name or password is wrong',
        }),
      })),
    );

    const kinds = [
      ...portal
        .log()
        .matchAll(/A sign-in with ldap failed \((.*?)\).*?: (.*)/g),
    ].map(([, kind, detail]) => [kind, detail.replace(/ \[object.*/, '')]);
    expect(kinds.sort()).toEqual([
      // The fifth wrong password, which is what locked the account.
      ['account-locked', expect.stringContaining('pwdAccountLockedTime 20')],
      ['account-locked', "the directory's password policy answered 1"],
      ['account-locked', "the directory's password policy answered 1"],
      ['password-expired', "the directory's password policy answered 0"],
    ]);
    expect(portal.log()).not.toMatch(/-secret/);
    await expect(portal.signIn('grace', 'grace-secret')).resolves.toMatchObject(
      { status: 200, user: 'user:default/grace' },
    );
  } finally {
    await portal.stop();
    await slapd.close();
  }
});
