import type { SignInFailure } from '@callboard/plugin-access-common';

/** For whoever signs in: what happened, what to do or to ask for, and the reference. Nothing about anybody else. */
export function wordsForPerson(
  failure: Pick<SignInFailure, 'kind' | 'reference'> & {
    person?: SignInFailure['person'];
    title: string;
  },
): string {
  const { kind, reference, person, title } = failure;
  const who = person?.userName ?? person?.email;
  const account = who ? `your account ${who}` : 'your account';
  const ask = `Tell whoever runs this portal the reference ${reference}.`;
  switch (kind) {
    case 'no-user':
      return `${title} knows ${account}, and this portal does not: its catalog has no user for it. Ask whoever runs this portal to add you, and name the reference ${reference}.`;
    case 'resolver-refused':
      return `${title} knows ${account}, and this portal could not tell for sure which user that is. ${ask}`;
    case 'profile-unusable':
      return `What ${title} tells about ${account} does not let you into this portal. ${ask}`;
    case 'portal-failed':
      return `${title} knows ${account}, and this portal could not look it up. Try again in a minute. If it stays so: ${lower(
        ask,
      )}`;
    case 'unverified-email':
      return `${title} does not confirm that the e-mail address of ${account} is yours. Verify the address there, then sign in again. If that does not help: ${lower(
        ask,
      )}`;
    case 'wrong-callback':
      return `${title} does not send people back to this portal, because another callback URL is registered there. You can do nothing about it. ${ask}`;
    case 'bad-client-secret':
      return `${title} does not accept this portal's own credentials any more. You can do nothing about it. ${ask}`;
    case 'clock-skew':
      return `The clock of this portal and that of ${title} differ. You can do nothing about it. ${ask}`;
    case 'provider-unreachable':
      return `This portal could not reach ${title}. Try again in a minute. If it stays so: ${lower(
        ask,
      )}`;
    case 'denied-by-person':
      return `${title} reports that access was not granted. Sign in again, and agree to what it asks. Reference ${reference}.`;
    case 'state-mismatch':
      return `This sign-in was not begun in this browser, took too long, or was used before. Sign in again. If it happens every time, the browser may refuse cookies of this portal. Reference ${reference}.`;
    default:
      return `Signing in with ${title} did not work. Try again. If it stays so: ${lower(
        ask,
      )}`;
  }
}

function lower(sentence: string): string {
  return sentence[0].toLowerCase() + sentence.slice(1);
}
