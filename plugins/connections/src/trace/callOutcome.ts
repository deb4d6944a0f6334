import type { ShownStatus } from '@callboard/page-parts';
import type { TraceItem } from '@callboard/plugin-connections-common';

const TOO_MANY = 429;

/** What came of a request: short for its row, and a sentence for its detail. */
export function callOutcome(call: TraceItem): {
  status: ShownStatus;
  short: string;
  sentence: string;
} {
  const { status, error, cached } = call;
  if (status === undefined && error) {
    if (/^Did not send/.test(error))
      return {
        status: 'warn',
        short: 'Not sent',
        sentence: `${error}. The portal holds requests back before GitHub does, to keep some of the limit for people.`,
      };
    return /^cancelled/.test(error)
      ? {
          status: 'off',
          short: 'Cancelled',
          sentence: 'Whoever asked did not wait for it.',
        }
      : { status: 'fail', short: 'No answer', sentence: error };
  }
  if (status === undefined)
    return { status: 'off', short: 'Under way', sentence: 'No answer yet.' };
  if (status === 304 || cached)
    return {
      status: 'pass',
      short: 'Unchanged',
      sentence:
        'GitHub said that nothing changed (304), which costs nothing; the portal had the answer already.',
    };
  if (status === TOO_MANY || (status === 403 && call.remaining === 0))
    return {
      status: 'fail',
      short: `${status} limit`,
      sentence: 'GitHub refused it: the limit was used up.',
    };
  if (status === 401)
    return {
      status: 'fail',
      short: '401',
      sentence: 'GitHub does not know the credential: expired or revoked.',
    };
  if (status === 403)
    return {
      status: 'fail',
      short: '403',
      sentence: 'GitHub refused it: the credential lacks a permission.',
    };
  if (status === 404)
    return {
      status: 'warn',
      short: '404',
      sentence:
        'Not there, or not visible to this credential: GitHub answers the same to both.',
    };
  if (status >= 500)
    return {
      status: 'fail',
      short: `${status}`,
      sentence:
        'GitHub failed to answer. The portal tries such requests again.',
    };
  if (status >= 400)
    return {
      status: 'warn',
      short: `${status}`,
      sentence: error ?? 'GitHub did not take the request.',
    };
  return { status: 'pass', short: `${status}`, sentence: 'GitHub answered.' };
}
