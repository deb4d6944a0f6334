import { readLimitHeaders } from '../../budget/readLimitHeaders';
import { limitRefusal } from '../../budget/limitRefusal';
import type { AppFailure } from './AppFailure';
import type { Answer } from './sendRequest';

const KEYS =
  'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/managing-private-keys-for-github-apps';

/**
 * What it means that GitHub does not take an App's JSON Web Token; undefined where it did, and the answer is about something else. The
 * texts are GitHub's, which has no codes for them.
 */
export function explainRefusal(options: {
  answer: Answer;
  appId: number;
  apiBaseUrl: string;
}): AppFailure | undefined {
  const { answer, appId, apiBaseUrl } = options;
  const { status, body } = answer;
  const message = typeof body?.message === 'string' ? body.message : '';

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
  if (limitRefusal({ ...answer, message })) {
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
  if (body === undefined) {
    return {
      code: 'unreachable',
      reason: `What answers at ${apiBaseUrl} is not GitHub's API (status ${status}). Check apiBaseUrl.`,
    };
  }
  return undefined;
}

/** Whether the times in a JSON Web Token were refused. */
export function isClockProblem({ status, body }: Answer): boolean {
  return (
    status === 401 &&
    /'(expiration time|issued at)' claim/i.test(String(body?.message ?? ''))
  );
}

function untilWhen({ header }: Answer): string {
  const { resetAt } = readLimitHeaders(header);
  return resetAt ? ` until ${new Date(resetAt).toISOString()}` : '';
}
