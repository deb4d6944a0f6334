import type { SignInFailureKind } from '@callboard/plugin-access-common';

/** Why a sign-in failed, in a few words. */
export const kindWords: Record<SignInFailureKind, string> = {
  'no-user': 'No user in the catalog',
  'resolver-refused': 'Refused by a resolver',
  'profile-unusable': 'Account not usable as it is told',
  'portal-failed': 'The portal itself failed',
  'wrong-callback': 'Wrong callback URL',
  'bad-client-secret': 'Client id or secret not accepted',
  'clock-skew': 'Clocks differ',
  'unverified-email': 'E-mail address not verified',
  'saml-sso': 'Single sign-on missing',
  'state-mismatch': 'Not begun in that browser',
  'provider-unreachable': 'Provider not reached',
  'denied-by-person': 'Access not granted',
  'account-locked': 'Account locked',
  'account-disabled': 'Account disabled',
  'account-expired': 'Account expired',
  'password-expired': 'Password expired',
  other: 'Another reason',
};
