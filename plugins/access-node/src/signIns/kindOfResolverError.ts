import type { SignInFailureKind } from '@callboard/plugin-access-common';

/** Stock's resolvers throw plain errors, so that their words have to do. The last is one of Callboard's own. */
const UNUSABLE =
  /profile (?:does not contain|contained no) |is not from an allowed domain|sent no claim /;

/**
 * Why a sign-in resolver ended a sign-in by an error other than that it found nobody. What is no refusal, and no word on what the provider
 * told, comes from the portal: a catalog that does not answer, a database that is locked, a token that could not be issued.
 */
export function kindOfResolverError(error: Error): SignInFailureKind {
  const { name, message } = error;
  if (
    name === 'ConflictError' ||
    /does not match the catalog user/.test(message)
  ) {
    return 'resolver-refused';
  }
  return UNUSABLE.test(message) ? 'profile-unusable' : 'portal-failed';
}
