import type { SignInFailureKind } from '@callboard/plugin-access-common';
import { OAuthError } from './OAuthError';

/** Stock passes on the words of the provider and drops its error code, so that the words have to do. The first that fits counts. */
const BY_WORDS: [SignInFailureKind, RegExp][] = [
  // openid-client: what it says of an ID token's iat, nbf and exp, with both times.
  [
    'clock-skew',
    /issued in the future|not active yet|JWT expired|"?(?:iat|nbf|exp)"? claim timestamp check failed|AADSTS7000(?:24|23)\b|assertion is not within its valid time range/i,
  ],
  [
    'wrong-callback',
    /redirect_uri_mismatch|redirect[ _-]?ur[il] (?:is |was )?(?:mismatch|invalid|not)|redirect_uri did not match|invalid redirect|AADSTS50011\b/i,
  ],
  [
    'bad-client-secret',
    /incorrect_client_credentials|invalid_client|unauthorized_client|client authentication failed|client[ _]secret|client credentials|AADSTS7000(?:215|222)\b|AADSTS700016\b/i,
  ],
  ['denied-by-person', /access_denied/i],
  [
    'state-mismatch',
    /state mismatch|nonce mismatch|missing from response|did not find expected authorization request details|bad_verification_code|code passed is incorrect or expired|invalid_grant/i,
  ],
  [
    'provider-unreachable',
    /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|socket hang up|timed? ?out|fetch failed|certificate|expected 200 OK, got: 5\d\d|temporarily_unavailable|server_error|answered 5\d\d/i,
  ],
];

/** OAuth's codes for the same, where the code is known. */
const BY_CODE: Record<string, SignInFailureKind> = {
  access_denied: 'denied-by-person',
  redirect_uri_mismatch: 'wrong-callback',
  incorrect_client_credentials: 'bad-client-secret',
  invalid_client: 'bad-client-secret',
  unauthorized_client: 'bad-client-secret',
  application_suspended: 'bad-client-secret',
  bad_verification_code: 'state-mismatch',
  invalid_grant: 'state-mismatch',
  temporarily_unavailable: 'provider-unreachable',
  server_error: 'provider-unreachable',
};

/** Why a sign-in failed before anybody was known, with what the provider said; tokens and secrets are in none of these messages. */
export function classifyError(error: unknown): {
  kind: SignInFailureKind;
  detail: string;
} {
  const words = wordsOf(error);
  const byCode = error instanceof OAuthError ? BY_CODE[error.code] : undefined;
  const kind =
    byCode ??
    BY_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ??
    'other';
  return { kind, detail: kind === 'clock-skew' ? withMinutes(words) : words };
}

/** A message with those of its causes: `fetch` hides what happened there. */
function wordsOf(error: unknown): string {
  const messages: string[] = [];
  for (
    let current: any = error;
    current && messages.length < 4;
    current = current.cause
  ) {
    messages.push(
      [current.code, current.message].filter(Boolean).join(' ') ||
        String(current),
    );
  }
  return [...new Set(messages)].join(': ');
}

/** How far the clocks are apart, from the times in the message of openid-client. */
function withMinutes(words: string): string {
  const [now, other] = [/now (\d+)/, /(?:iat|nbf|exp) (\d+)/].map(pattern =>
    Number(pattern.exec(words)?.[1]),
  );
  const seconds = Math.abs(now - other);
  return Number.isFinite(seconds)
    ? `${words} (${Math.round(seconds / 60)} min apart)`
    : words;
}
