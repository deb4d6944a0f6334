import type { NearbyUser, SignInFailure } from './SignInFailure';

/** What an operator can do about a failure, one or two sentences each. */
export function remediesFor(
  failure: SignInFailure & { near: NearbyUser[] },
): string[] {
  const { provider, kind } = failure;
  const key = `auth.providers.${provider}`;
  switch (kind) {
    case 'no-user':
      return withoutUser(failure);
    case 'resolver-refused':
      return [
        'If the account and the user are the same person, correct the annotation on the user that the reason names. If they are not, the refusal was right: somebody else has taken over the name or the address.',
        `Which resolvers look, and in which order, is in ${key}.<environment>.signIn.resolvers.`,
      ];
    case 'profile-unusable':
      return [
        'Have the provider send what the reason names: often a scope of the client is missing, or the field is empty in the account.',
        `Or let a resolver go first that goes by something else, or allow the domain of the address (allowedDomains), in ${key}.<environment>.signIn.resolvers.`,
      ];
    case 'portal-failed':
      return [
        'The portal itself failed: the reason says at what. See its log, and whether the catalog and the database answer. No user and no annotation has to be changed.',
      ];
    case 'unverified-email':
      return [
        `Have the person verify the address at the provider, or have the provider send email_verified.`,
        `Or let another resolver go first in ${key}.<environment>.signIn.resolvers, one that goes by an id or a user name.`,
      ];
    case 'wrong-callback':
      return [
        `Register <base URL>/api/auth/${provider}/handler/frame as callback URL (redirect URI) at the provider, to the last character. The check callback-url shows the address that the portal sends.`,
        `If the portal is reached by another address than its configuration says, correct backend.baseUrl.`,
      ];
    case 'bad-client-secret':
      return [
        `Generate a new client secret at the provider and put it into ${key}.<environment>.clientSecret. Secrets of some providers end after months.`,
        `Compare ${key}.<environment>.clientId with the client there: it may have been deleted, suspended, or belong to another server.`,
      ];
    case 'clock-skew':
      return [
        'Set the clock of this machine, best by NTP (timedatectl set-ntp true), and compare that of the provider.',
      ];
    case 'provider-unreachable':
      return [
        'See that this machine reaches the provider: address, DNS, proxy, certificate authority. callboard doctor tries it.',
      ];
    case 'saml-sso':
      return [
        'The person opens the link that the portal shows them, signs in at the identity provider of the organisation, and authorises the token there.',
      ];
    case 'state-mismatch':
      return [
        'One of these is no cause for concern: a page that was left open, or a bookmark of a callback.',
        'Where it happens to everybody, cookies get lost: people must reach the portal by the host of backend.baseUrl, and a proxy must pass Set-Cookie on.',
      ];
    case 'denied-by-person':
      return [
        'Where the person did agree, an administrator of the provider may have to approve the application first.',
      ];
    case 'account-locked':
      return [
        'Unlock the account in the directory, once it is clear who tried the wrong passwords.',
      ];
    case 'account-disabled':
      return [
        'Enable the account in the directory, if the person should get in.',
      ];
    case 'account-expired':
      return [
        'Extend the account in the directory, if the person should get in.',
      ];
    case 'password-expired':
      return [
        'Have the person change the password where the directory lets them.',
      ];
    default:
      return [
        'The reason above is all that the provider said. Its own log may say more.',
      ];
  }
}

function withoutUser(
  failure: SignInFailure & { near: NearbyUser[] },
): string[] {
  const { provider, person, near, attempts } = failure;
  const wanted = attempts
    .map(({ lookedFor }) => /the annotation (\S+ = .+)$/.exec(lookedFor ?? ''))
    .find(Boolean)?.[1]
    .replace(' = ', ': ');
  const [nearest] = near;
  return [
    ...(nearest
      ? [
          `If ${nearest.userEntityRef} is this person, ${
            wanted
              ? `add the annotation ${wanted} to it`
              : 'make it match what was looked for'
          }, at the source that the user comes from.`,
        ]
      : []),
    person?.userName
      ? `Else add a User for ${person.userName}: to the organisation, group or directory that the catalog reads, or as a file. The page Organisation data shows when it was read last.`
      : 'Else add a User for this account: to the organisation, group or directory that the catalog reads, or as a file. The page Organisation data shows when it was read last.',
    `Which resolvers look, and in which order, is in auth.providers.${provider}.<environment>.signIn.resolvers.`,
  ];
}
