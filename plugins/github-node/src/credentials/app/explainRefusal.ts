import { readLimitHeaders } from '../../budget/readLimitHeaders';
import { limitRefusal } from '../../budget/limitRefusal';
import type { AppFailure } from './AppFailure';

const KEYS =
  'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/managing-private-keys-for-github-apps';

/** An answer to an App that spoke for itself, as far as it tells why it was refused. */
export interface RefusingAnswer {
  status: number;
  /** That the body names; empty where it names none, undefined where the body is no JSON. */
  message?: string;
  /** By a name in lower case. */
  header(name: string): string | undefined;
}

/**
 * What it means that GitHub does not take an App's JSON Web Token; undefined where it did, and the answer is about something else. The
 * texts are GitHub's, which has no codes for them.
 */
export function explainRefusal(options: {
  answer: RefusingAnswer;
  appId: number;
  apiBaseUrl: string;
}): AppFailure | undefined {
  const { answer, appId, apiBaseUrl } = options;
  const { status, header, message = '' } = answer;

  if (status === 404 && /^integration not found/i.test(message)) {
    return {
      code: 'app-unknown',
      reason: `${apiBaseUrl} knows no App ${appId}: it was deleted, or it is one of another GitHub. Compare the number with "App ID" on the App's page.`,
    };
  }
  if (isClockProblem(answer)) {
    return {
      code: 'clock-skew',
      reason: `GitHub refuses the token of App ${appId} for its times, so the clock of this machine is wrong. Synchronise it.`,
    };
  }
  if (status === 401) {
    return {
      code: 'key-invalid',
      reason: `GitHub does not accept the private key of App ${appId}: it was deleted, or it is the key of another App. Generate a new one on the App's page.`,
      link: KEYS,
    };
  }
  if (limitRefusal({ status, header, message })) {
    return {
      code: 'unreachable',
      reason: `GitHub's rate limit of App ${appId} is used up${untilWhen(
        answer,
      )}.`,
    };
  }
  if (status >= 500) {
    return {
      code: 'unreachable',
      reason: `${apiBaseUrl} answers with status ${status}. See whether GitHub is well, and try again.`,
    };
  }
  if (answer.message === undefined) {
    return {
      code: 'unreachable',
      reason: `What answers at ${apiBaseUrl} is not GitHub's API (status ${status}). Check apiBaseUrl.`,
    };
  }
  return undefined;
}

/** Whether the times in a JSON Web Token were refused. */
export function isClockProblem({
  status,
  message = '',
}: RefusingAnswer): boolean {
  return status === 401 && /'(expiration time|issued at)' claim/i.test(message);
}

function untilWhen({ header }: RefusingAnswer): string {
  const { resetAt } = readLimitHeaders(header);
  return resetAt ? ` until ${new Date(resetAt).toISOString()}` : '';
}
