import type { PostOutcome } from './post';

/** What became of a delivery, in the words of GitHub's delivery list. */
export function describeOutcome(outcome: PostOutcome): {
  status: string;
  statusCode: number;
} {
  if (outcome.outcome === 'timedOut') {
    return { status: 'timed out', statusCode: 504 };
  }
  if (outcome.outcome === 'unreachable') {
    return { status: 'failed to connect to host', statusCode: 502 };
  }
  const { statusCode } = outcome;
  return {
    status:
      statusCode >= 200 && statusCode < 300
        ? 'OK'
        : `Invalid HTTP Response: ${statusCode}`,
    statusCode,
  };
}
