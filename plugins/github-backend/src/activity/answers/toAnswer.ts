import type { Answer, Outdated } from '@callboard/plugin-github-common';
import type { StoredAnswer } from '../store/AnswerStore';

/** A kept answer as it goes to who asked. */
export function toAnswer<T>(options: {
  kept: StoredAnswer;
  /** Whether events tell of changes, by now; it may have been known when it was kept. */
  byEvents: boolean;
  outdated?: Outdated;
}): Answer<T> {
  const { kept, byEvents, outdated } = options;
  const { state, askedAt } = kept;
  const body = JSON.parse(kept.body);
  if (state === 'absent') return { state, reason: body.reason };
  if (state === 'refused') {
    const { reason, lack } = body;
    return { state, reason, ...(lack && { lack }) };
  }
  return {
    state,
    value: body.value,
    askedAt: new Date(askedAt).toISOString(),
    fresh: (byEvents || body.byEvents) && !outdated ? 'events' : 'asked',
    ...(outdated && { outdated }),
    lacks: body.lacks ?? [],
  };
}
