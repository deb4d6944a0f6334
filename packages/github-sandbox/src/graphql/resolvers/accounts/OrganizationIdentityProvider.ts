import { nodeId } from '../../../core/nodeId';
import { connection } from '../../connections/connection';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';

/**
 * The SAML provider of an organisation that demands sign-on. The sandbox takes each member's address as the name that the provider knows.
 * https://docs.github.com/graphql/reference/objects#organizationidentityprovider
 */
export const OrganizationIdentityProvider: Resolvers<
  Source<'identityProvider'>
> = {
  id: ({ organisation }) =>
    nodeId({ type: 'OrganizationIdentityProvider', id: organisation.id }),
  organization: ({ organisation }) => source.account(organisation),
  ssoUrl: ({ organisation }, _args, { urls }) =>
    `${urls.html}/orgs/${organisation.login}/sso`,
  issuer: ({ organisation }, _args, { urls }) =>
    `${urls.html}/orgs/${organisation.login}/saml`,
  digestMethod: () => 'http://www.w3.org/2001/04/xmlenc#sha256',
  signatureMethod: () => 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  idpCertificate: () => null,
  externalIdentities: ({ organisation }, args, { sandbox }) =>
    connection({
      rows: organisation.members
        .flatMap(({ userId }) => sandbox.state.users.get(userId) ?? [])
        .filter(
          user =>
            (!args.login || user.login === args.login.toLowerCase()) &&
            (!args.userName || user.email === args.userName),
        ),
      args,
      key: user => user.id,
      node: user => ({
        id: nodeId({ type: 'ExternalIdentity', id: user.id }),
        guid: `00000000-0000-4000-8000-${String(user.id).padStart(12, '0')}`,
        user: source.account(user),
        samlIdentity: {
          nameId: user.email ?? user.login,
          username: user.login,
          givenName: user.name?.split(' ')[0] ?? null,
          familyName: user.name?.split(' ').slice(1).join(' ') || null,
          emails: user.email
            ? [{ value: user.email, primary: true, type: 'work' }]
            : [],
          groups: [],
          attributes: [],
        },
        scimIdentity: null,
        organizationInvitation: null,
      }),
    }),
};
