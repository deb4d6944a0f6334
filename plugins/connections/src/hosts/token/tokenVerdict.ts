import { plural } from '@callboard/page-parts';
import type { TokenFacts } from '@callboard/plugin-connections-common';
import type { Verdict } from '../app/appVerdict';

const SOON_DAYS = 14;
const OLD_DAYS = 90;

/** How a token does, in the few words that its row has room for. */
export function tokenVerdict(token: TokenFacts): Verdict {
  const words: Verdict['words'] = [];
  if (token.status !== 'valid') {
    words.push({
      status: 'fail',
      text:
        token.status === 'rejected'
          ? 'GitHub rejects it: expired, revoked or mistyped'
          : 'GitHub cannot be reached',
    });
    return { status: 'fail', words };
  }
  const { scopesMissing, scopesNeedless, unauthorisedOrganisations } = token;
  if (scopesMissing.length > 0)
    words.push({ status: 'fail', text: `lacks ${scopesMissing.join(', ')}` });
  if (unauthorisedOrganisations.length > 0)
    words.push({
      status: 'fail',
      text: `not authorised for ${plural(
        unauthorisedOrganisations.length,
        'organisation',
      )}`,
    });
  if (token.expiresInDays !== undefined && token.expiresInDays <= SOON_DAYS)
    words.push({
      status: token.expiresInDays <= 0 ? 'fail' : 'warn',
      text: expiryWords(token.expiresInDays),
    });
  if (scopesNeedless.length > 0)
    words.push({
      status: 'warn',
      text: `${plural(scopesNeedless.length, 'scope')} needless`,
    });
  if (token.ageDays !== undefined && token.ageDays > OLD_DAYS)
    words.push({ status: 'warn', text: `${token.ageDays} days old` });
  const statuses = words.map(({ status }) => status);
  if (statuses.includes('fail')) return { status: 'fail', words };
  return { status: statuses.includes('warn') ? 'warn' : 'pass', words };
}

/** `expires in 12 days`. */
export function expiryWords(days: number): string {
  if (days < 0) return 'has expired';
  if (days === 0) return 'expires today';
  return `expires in ${plural(days, 'day')}`;
}
