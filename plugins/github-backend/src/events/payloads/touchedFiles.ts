import type { PushPayload } from './payloadSchemas';

/** GitHub names no more commits than this in one push: https://docs.github.com/webhooks/webhook-events-and-payloads#push */
const MOST_COMMITS = 2048;

export interface TouchedFiles {
  /** Without those that were added and removed within the push. */
  added: Map<string, string | undefined>;
  removed: Map<string, string | undefined>;
  modified: Map<string, string | undefined>;
  all: Set<string>;
  /** False where more may have changed than is told. */
  complete: boolean;
}

/** The files that a push changed, each with the address of the commit that did it last, as far as the payload tells. */
export function touchedFiles(push: PushPayload): TouchedFiles {
  const commits = push.commits ?? [];
  const states = new Map<string, { state: State; url?: string }>();
  const all = new Set<string>();
  for (const { added, modified, removed, url } of commits) {
    for (const [paths, change] of [
      [removed, 'removed'],
      [added, 'added'],
      [modified, 'modified'],
    ] as const) {
      for (const path of paths ?? []) {
        all.add(path);
        const state = followUp(states.get(path)?.state, change);
        states.set(path, { state, url });
      }
    }
  }
  const having = (wanted: State) =>
    new Map(
      [...states]
        .filter(([, { state }]) => state === wanted)
        .map(([path, { url }]) => [path, url]),
    );
  return {
    added: having('added'),
    removed: having('removed'),
    modified: having('modified'),
    all,
    complete: isComplete({ push, commits: commits.length }),
  };
}

type State = 'added' | 'removed' | 'modified' | 'nothing';

function followUp(before: State | undefined, change: State): State {
  if (before === 'added') {
    return change === 'removed' ? 'nothing' : 'added';
  }
  if (before === 'removed' && change === 'added') {
    return 'modified';
  }
  return change;
}

function isComplete(options: { push: PushPayload; commits: number }): boolean {
  const { push, commits } = options;
  // A branch that is made, thrown away or moved by force differs from what it was by more than by these commits.
  const isMove = push.created || push.deleted || push.forced;
  const isKnownStart = Boolean(push.before) && !/^0+$/.test(push.before!);
  const isEmpty = commits === 0 && push.before !== push.after;
  return !isMove && isKnownStart && !isEmpty && commits < MOST_COMMITS;
}
