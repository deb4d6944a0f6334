import {
  remediesFor,
  type SignInFailure,
  type SignInFailureKind,
} from '@callboard/plugin-access-common';
import type { Check, Finding } from '../Check';
import { counted } from '../text/counted';

const TITLE = 'Sign-ins do not fail';

/** What a person does, or need not be anything: a page left open, a question answered with no. */
const ORDINARY: SignInFailureKind[] = ['denied-by-person', 'saml-sso'];
/** So many of those that come of a page left open are no coincidence. */
const MOST_STRAY = 5;

const BECAUSE: Partial<Record<SignInFailureKind, string>> = {
  'no-user': 'the catalog has no user for the account',
  'resolver-refused': 'a resolver refused the account',
  'profile-unusable': 'the provider did not tell what a resolver goes by',
  'portal-failed': 'the portal itself failed while it looked for the user',
  'wrong-callback': 'the provider has another callback URL on record',
  'bad-client-secret': 'the provider refuses client id or secret',
  'clock-skew': 'the clocks of portal and provider differ',
  'unverified-email': 'the provider does not vouch for the e-mail address',
  'state-mismatch': 'what came back was not begun in the same browser',
  'provider-unreachable': 'the provider could not be reached',
  'account-locked': 'the account is locked',
  'account-disabled': 'the account is disabled',
  'account-expired': 'the account has expired',
  'password-expired': 'the password has expired',
};

/** Whether people could not sign in during the last 24 hours, and for which reasons. */
export const signInsFailing: Check = {
  id: 'sign-ins-failing',
  group: 'sign-in',
  title: TITLE,
  async run({ context: { signInFailures } }) {
    if (!signInFailures) return [];
    const groups = new Map<string, SignInFailure[]>();
    for (const failure of await signInFailures.recent()) {
      if (ORDINARY.includes(failure.kind)) continue;
      const subject = `${failure.provider}:${failure.kind}`;
      groups.set(subject, [...(groups.get(subject) ?? []), failure]);
    }
    const findings = [...groups]
      .filter(([, failures]) => isWorthWords(failures))
      .map(([subject, failures]) => describe(subject, failures));
    return findings.length > 0
      ? findings
      : [
          {
            check: TITLE,
            status: 'pass',
            cause: 'Nobody was kept out in the last 24 hours.',
            remedy: '',
          },
        ];
  },
};

function isWorthWords(failures: SignInFailure[]): boolean {
  return (
    failures[0].kind !== 'state-mismatch' || timesOf(failures) >= MOST_STRAY
  );
}

function describe(subject: string, failures: SignInFailure[]): Finding {
  const [latest] = failures;
  const { provider, kind, detail, reference } = latest;
  const because = BECAUSE[kind] ?? detail ?? 'the provider gave no reason';
  return {
    subject,
    check: `Sign-ins with ${provider} do not fail`,
    status: 'warn',
    cause: `${counted(
      timesOf(failures),
      'sign-in',
    )} with ${provider} failed in the last 24 hours because ${because}; the last has the reference ${reference}.`,
    remedy: remediesFor({ ...latest, near: [] })
      .slice(0, 2)
      .join(' '),
    links: [{ title: 'Failed sign-ins', href: '/access/sign-ins' }],
  };
}

function timesOf(failures: SignInFailure[]): number {
  return failures.reduce((sum, { times }) => sum + times, 0);
}
