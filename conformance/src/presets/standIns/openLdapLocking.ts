import { openLdap } from './openLdap';
import type { TestDirectory } from './TestDirectory';

const { suffix } = openLdap;
const policy = `cn=default,ou=policies,${suffix}`;

/** OpenLDAP's overlay `ppolicy`: Ada's account is locked, Edsger's password has expired, and five wrong passwords lock anybody. */
export const openLdapLocking: TestDirectory = {
  ...openLdap,
  modules: [...openLdap.modules, 'ppolicy'],
  overlays: [
    ...openLdap.overlays,
    'overlay ppolicy',
    `ppolicy_default "${policy}"`,
    'ppolicy_use_lockout',
  ],
  entries: `${openLdap.entries}
dn: ou=policies,${suffix}
objectClass: organizationalUnit
ou: policies

dn: ${policy}
objectClass: pwdPolicy
objectClass: device
cn: default
pwdAttribute: userPassword
pwdMaxAge: 31536000
pwdLockout: TRUE
pwdMaxFailure: 5

dn: uid=ada,ou=people,${suffix}
objectClass: inetOrgPerson
uid: ada
cn: Ada Lovelace
sn: Lovelace
userPassword: ada-secret
pwdAccountLockedTime: 000001010000Z

dn: uid=edsger,ou=people,${suffix}
objectClass: inetOrgPerson
uid: edsger
cn: Edsger Dijkstra
sn: Dijkstra
userPassword: edsger-secret
pwdChangedTime: 20000101000000Z
`,
};
