import type { TestDirectory } from './TestDirectory';

const suffix = 'dc=corp,dc=example,dc=org';

/** Attributes that every object of Active Directory has. */
const object = (options: { dn: string; category: string; guid: string }) => `\
instanceType: 4
nTSecurityDescriptor: x
objectCategory: ${options.category}
objectCategory: cn=${options.category},cn=Schema,cn=Configuration,${suffix}
objectGUID:: ${Buffer.from(options.guid, 'hex').toString('base64')}
distinguishedName: ${options.dn}
`;

const grace = `cn=Grace Hopper,ou=People,${suffix}`;
const alan = `cn=Alan Turing,ou=People,${suffix}`;
const compilers = `cn=Compilers,ou=Groups,${suffix}`;

/** A normal account, and one that is disabled (bit 2 of `userAccountControl`). */
const NORMAL = 512;
const DISABLED = 514;

/**
 * A directory in the shape of Active Directory, with the object classes and attributes of Microsoft's that OpenLDAP carries. Two
 * things that AD does are missing: binding with `name@domain` or `DOMAIN\name`, and computed attributes, which are written out here.
 */
export const activeDirectory: TestDirectory = {
  suffix,
  adminDn: `cn=backstage,${suffix}`,
  password: 'admin-secret',
  schemas: ['core', 'cosine', 'inetorgperson', 'nis', 'msuser'],
  // AD compares each attribute, which OpenLDAP does only with those that name a rule. A category it compares with its DN and with the short
  // name, which filters mostly have; here it has both.
  adapt: ({ text }) =>
    text
      .replace(
        /(NAME '(?:objectCategory|sAMAccountName|userPrincipalName)'\s+)SYNTAX '[\d.]+'/g,
        "$1EQUALITY caseIgnoreMatch SYNTAX '1.3.6.1.4.1.1466.115.121.1.15'",
      )
      .replace(/(NAME 'objectCategory'[^)]*?)\s+SINGLE-VALUE/, '$1'),
  modules: [],
  lines: [
    // By this attribute of the root DSE clients tell AD from other servers. Its real OID is not published.
    "attributetype ( 1.3.6.1.4.1.4203.666.1.999 NAME 'forestFunctionality' SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )",
    // AD attaches this class to users and groups by itself; the schema of OpenLDAP lacks it.
    "objectclass ( 1.3.6.1.4.1.4203.666.1.998 NAME 'securityPrincipal' SUP top AUXILIARY MAY ( sAMAccountName $ objectSid ) )",
  ],
  overlays: [],
  rootDse: `dn:
forestFunctionality: 7
`,
  entries: `dn: ${suffix}
objectClass: dcObject
objectClass: organization
dc: corp
o: Corp

dn: ou=People,${suffix}
objectClass: organizationalUnit
ou: People

dn: ou=Groups,${suffix}
objectClass: organizationalUnit
ou: Groups

dn: ${grace}
objectClass: user
objectClass: securityPrincipal
cn: Grace Hopper
sn: Hopper
displayName: Grace Hopper
sAMAccountName: grace
userPrincipalName: grace@corp.example.org
mail: grace@example.org
userAccountControl: ${NORMAL}
userPassword: grace-secret
memberOf: ${compilers}
${object({
  dn: grace,
  category: 'person',
  guid: '0a0b0c0d0e0f10111213141516171819',
})}
dn: ${alan}
objectClass: user
objectClass: securityPrincipal
cn: Alan Turing
sn: Turing
displayName: Alan Turing
sAMAccountName: alan
userPrincipalName: alan@corp.example.org
mail: alan@example.org
userAccountControl: ${DISABLED}
userPassword: alan-secret
${object({
  dn: alan,
  category: 'person',
  guid: '1a0b0c0d0e0f10111213141516171819',
})}
dn: ${compilers}
objectClass: group
objectClass: securityPrincipal
cn: Compilers
sAMAccountName: Compilers
description: Those who write compilers
groupType: -2147483646
member: ${grace}
${object({
  dn: compilers,
  category: 'group',
  guid: '2a0b0c0d0e0f10111213141516171819',
})}
`,
};
