import type { SignInPerson } from '@callboard/plugin-access-common';
import type { ProviderInfo } from './SignInProvider';

/** Whom a profile of a passport strategy names. A provider may have given none. */
export function passportPerson(info: ProviderInfo<any>): SignInPerson {
  const { fullProfile } = info.result;
  return {
    subject: fullProfile?.id,
    userName: fullProfile?.username,
    email: fullProfile?.emails?.[0]?.value ?? info.profile.email,
    displayName: info.profile.displayName,
  };
}
