import type { TraceEntry } from '@callboard/plugin-github-node';

/** What is used of a request in the sandbox's log. */
export interface ReceivedRequest {
  /** ISO 8601. */
  at: string;
  method: string;
  /** With the query. */
  path: string;
  status: number;
  userAgent?: string;
}

/** The two may look at the clock at different ends of a request that takes its time. */
const SAME_TIME_MS = 10_000;

/**
 * Pairs what a GitHub has received with what a portal has traced: each request with one entry of the same method, path and status at about
 * the same time. What is left over on either side, in words.
 */
export function compareWithTrace(options: {
  received: ReceivedRequest[];
  traced: TraceEntry[];
}): {
  untraced: string[];
  /** Traced, but not received. */
  invented: string[];
  /** Traced for a plugin that is `unknown`. */
  unattributed: string[];
} {
  const { received, traced } = options;
  const left = new Set(traced);
  const untraced = received.filter(request => {
    const match = [...left].find(entry => isSame(request, entry));
    if (match) left.delete(match);
    return !match;
  });
  return {
    untraced: untraced.map(describe).sort(),
    invented: [...left].map(describe).sort(),
    unattributed: traced
      .filter(({ plugin }) => plugin === 'unknown')
      .map(describe)
      .sort(),
  };
}

function isSame(request: ReceivedRequest, entry: TraceEntry) {
  const sentAt = Date.parse(entry.at) + entry.waitedMs;
  return (
    request.method === entry.method &&
    withoutQuery(request.path) === withoutQuery(entry.path) &&
    request.status === entry.status &&
    Math.abs(Date.parse(request.at) - sentAt) < SAME_TIME_MS
  );
}

function withoutQuery(path: string) {
  return path.replace(/\?.*$/, '');
}

function describe(of: {
  at: string;
  method: string;
  path: string;
  status?: number;
  userAgent?: string;
  error?: string;
  via?: string;
}) {
  return [
    of.method,
    withoutQuery(of.path),
    of.status ?? of.error,
    of.userAgent ?? of.via,
  ].join(' ');
}
