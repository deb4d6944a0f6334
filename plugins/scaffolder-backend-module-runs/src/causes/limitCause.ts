import {
  isBudgetRefusal,
  limitRefusal,
  readLimitHeaders,
} from '@callboard/plugin-github-node';
import type { Explainer } from './Explainer';

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/;

/** A limit of requests: the portal's own budget, or GitHub itself. */
export const limitCause: Explainer = ({ facts, failure }) => {
  const { message, header, status } = facts;
  const budget = isBudgetRefusal(failure.error);
  const limit =
    status === undefined
      ? undefined
      : limitRefusal({ status, header, message });
  const isWritten =
    /rate limit exceeded|secondary rate limit|abuse detection|^Did not send \w+ .* Try again after /i.test(
      message,
    );
  if (!budget && !limit && !isWritten) return undefined;
  const { resetAt, retryAfterMs } = readLimitHeaders(header);
  const told = retryAfterMs === undefined ? resetAt : Date.now() + retryAfterMs;
  const until =
    budget?.until ??
    (told === undefined
      ? INSTANT.exec(message)?.[0]
      : new Date(told).toISOString());
  return {
    code: 'rate-limited',
    title: until
      ? `GitHub takes no more requests of this credential until ${until}`
      : 'GitHub takes no more requests of this credential for a while',
    remedy: until
      ? 'Retry from this step after that time. What was done before is kept.'
      : 'Retry from this step in some minutes. What was done before is kept.',
    ...(until && { until }),
    link: '/connections',
    linkTitle: 'Who spent the limit',
  };
};
