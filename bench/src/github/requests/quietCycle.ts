import { CONTENTS, GRAPHQL } from './countRequests';
import type { LoggedRequest } from './LoggedRequest';

/** Providers pause for a second between pages, and for longer between runs. */
const PAUSE_BETWEEN_RUNS_MS = 10_000;

export type QuietCycle =
  | {
      outcome: 'complete';
      /** Of the first run of the providers, of one look at each file, and whatever else came with them. */
      requests: number;
    }
  | {
      outcome: 'going-on';
      /** What is missing, for people. */
      missing: string;
    };

/**
 * What stock asks for while nothing changes, each thing once: files are looked at again at random times, some of them for the second time
 * before others for the first.
 */
export function quietCycle(options: {
  /** Since everything was there. */
  requests: LoggedRequest[];
  files: number;
  now: Date;
}): QuietCycle {
  const { requests, files, now } = options;
  const contents = requests.filter(({ route }) => route === CONTENTS);
  const graphql = requests.filter(({ route }) => route === GRAPHQL);
  const seen = new Set(contents.map(({ path }) => path)).size;
  if (seen < files) {
    return { outcome: 'going-on', missing: `${files - seen} files` };
  }
  const run = firstRun({ graphql, now });
  if (!run) return { outcome: 'going-on', missing: 'a run of the providers' };
  const others = requests.length - contents.length - graphql.length;
  return { outcome: 'complete', requests: run + seen + others };
}

/** How many requests the first run has made. Undefined while it goes on. */
function firstRun(options: {
  graphql: LoggedRequest[];
  now: Date;
}): number | undefined {
  const { graphql, now } = options;
  const times = [...graphql.map(({ at }) => Date.parse(at)), now.getTime()];
  const end = times.findIndex(
    (time, index) =>
      index > 0 && time - times[index - 1] > PAUSE_BETWEEN_RUNS_MS,
  );
  return end > 0 ? end : undefined;
}
