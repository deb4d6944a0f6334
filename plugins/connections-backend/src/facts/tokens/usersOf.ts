import type { RequestTrace } from '@callboard/plugin-github-node';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Names of the plugins that used a credential since a time, and in the last hour. The counts, which forget nobody, decide; they go by whole
 * minutes, so that the trace tells of the minute in which the time lies. The inspections and rotations of this plugin, which ask with every
 * token, are left out.
 */
export function usersOf(options: {
  trace: Pick<RequestTrace, 'spenders' | 'list'>;
  host: string;
  credentialId: string;
  since: Date;
  now: Date;
}): string[] {
  const { trace, host, credentialId, now } = options;
  const since = Math.max(options.since.getTime(), now.getTime() - HOUR_MS);
  const counted = trace
    .spenders({ host, withinMs: now.getTime() - since })
    .filter(one => one.credentialId === credentialId);
  const traced = trace
    .list({ host, credentialId })
    .filter(({ at }) => Date.parse(at) > since);
  return [...new Set([...counted, ...traced].map(({ plugin }) => plugin))]
    .filter(plugin => plugin !== 'connections')
    .sort();
}
