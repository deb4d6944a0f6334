import type { Probed } from './System';

const DAY_MS = 24 * 60 * 60 * 1000;
const WARN_DAYS = 14;

/** What was found, with a credential that ended or soon ends taken into account. */
export function judgeExpiry(options: { probed: Probed; now: Date }): Probed {
  const { probed, now } = options;
  const { expiresAt, status = 'pass', detail } = probed;
  if (!expiresAt || status === 'fail') return probed;
  const leftMs = Date.parse(expiresAt) - now.getTime();
  const day = expiresAt.slice(0, 10);
  if (leftMs > WARN_DAYS * DAY_MS) {
    return {
      ...probed,
      detail: `${detail} The credential is good until ${day}.`,
    };
  }
  return {
    ...probed,
    status: leftMs <= 0 ? 'fail' : 'warn',
    detail: `${detail} The credential ${
      leftMs <= 0 ? 'expired' : 'expires'
    } on ${day}.`,
    remedy:
      'Make a new credential there, put it in the place of this one, and restart the portal.',
  };
}
