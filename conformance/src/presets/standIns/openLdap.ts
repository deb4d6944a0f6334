import type { TestDirectory } from './TestDirectory';

const suffix = 'dc=example,dc=org';

/** A directory as OpenLDAP's documentation lays one out: people by `uid`, groups by `cn`, membership on both sides. */
export const openLdap: TestDirectory = {
  suffix,
  adminDn: `cn=admin,${suffix}`,
  password: 'admin-secret',
  schemas: ['core', 'cosine', 'inetorgperson'],
  modules: ['memberof'],
  lines: [],
  overlays: ['overlay memberof'],
  rootDse: '',
  entries: `dn: ${suffix}
objectClass: dcObject
objectClass: organization
dc: example
o: Example

dn: ou=people,${suffix}
objectClass: organizationalUnit
ou: people

dn: ou=groups,${suffix}
objectClass: organizationalUnit
ou: groups

dn: uid=grace,ou=people,${suffix}
objectClass: inetOrgPerson
uid: grace
cn: Grace Hopper
sn: Hopper
mail: grace@example.org
userPassword: grace-secret
memberOf: cn=compilers,ou=groups,${suffix}

dn: uid=alan,ou=people,${suffix}
objectClass: inetOrgPerson
uid: alan
cn: Alan Turing
sn: Turing
mail: alan@example.org
userPassword: alan-secret

dn: cn=compilers,ou=groups,${suffix}
objectClass: groupOfNames
cn: compilers
description: Those who write compilers
member: uid=grace,ou=people,${suffix}
`,
};
