import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Answer, Lack } from '@callboard/plugin-github-common';
import { explainLack, type GithubService } from '@callboard/plugin-github-node';
import type { AnswerStore, StoredAnswer } from '../store/AnswerStore';
import type { Answers } from './Answers';
import type { Heard } from './createHeard';
import type { Subscribed } from './createSubscribed';
import { judgeLoadFailure, type LoadFailure } from './judgeLoadFailure';
import type { Loaded, Question } from './Question';
import { toAnswer } from './toAnswer';
import { Unavailable } from './Unavailable';

const MINUTE = 60_000;
/** Where GitHub tells of every change. One that was lost is made up for long before. */
/** An owner's events need not be of all its repositories: the App may be installed on some of them. */
const FRESH_BY_EVENTS_MS = 60 * MINUTE;
const REFUSED_MS = 10 * MINUTE;
/** So that each visitor does not wait for a GitHub that is away. */
const UNAVAILABLE_MS = 10_000;

/** See `Answers`. */
export function createAnswers(options: {
  store: AnswerStore;
  heard: Heard;
  subscribed: Subscribed;
  github: GithubService;
  now: () => Date;
}): Answers {
  const { store, heard, subscribed, github, now } = options;
  const underWay = new Map<string, Promise<Answer<unknown>>>();
  const failed = new LRUCache<string, { until: number; error: Unavailable }>({
    max: 5_000,
  });

  /** What is kept, and whether it may be given without asking. */
  async function look<T>(question: Question<T>) {
    const { place, what, topics } = question;
    const key = { host: place.host, repository: place.key, what };
    const credential = credentialHash(place.host);
    const { answer, markedAt = -Infinity } = await store.read({
      ...key,
      topics,
    });
    const kept = answer?.credential === credential ? answer : undefined;
    const isFresh =
      kept !== undefined &&
      kept.beganAt > markedAt &&
      kept.freshUntil > now().getTime();
    return { key, credential, kept, isFresh, markedAt };
  }

  /** Another credential may see something else. */
  function credentialHash(host: string): string {
    const configured = github.credentials
      .hosts()
      .find(each => each.host === host);
    const ids = (configured?.credentials ?? []).map(({ id }) => id);
    return createHash('sha256').update(ids.join('\n')).digest('hex');
  }

  /** Whether GitHub tells of every change of what is asked. Asks GitHub what it will tell of. */
  async function isTold({ place, events }: Question<any>): Promise<boolean> {
    const { host, owner, url } = place;
    return (
      (await heard.all({ host, owner, events })) ||
      (events.length > 0 &&
        (await heard.lastAt({ host, owner })) !== undefined &&
        (await heard.all({
          ...{ host, owner, events },
          subscribed: await subscribed({ host, owner, url }),
        })))
    );
  }

  const isHeard = ({ place, events }: Question<any>) =>
    heard.all({ host: place.host, owner: place.owner, events });

  async function keep<T>(
    question: Question<T>,
    seen: Awaited<ReturnType<typeof look<T>>>,
    loaded:
      | { state: 'answered'; value: T; etag?: string; lacks?: Lack[] }
      | { state: 'absent'; reason: string }
      | { state: 'refused'; reason: string; lack?: Lack },
    beganAt: number,
  ): Promise<Answer<T>> {
    const askedAt = now().getTime();
    const byEvents = loaded.state === 'answered' && (await isTold(question));
    const special =
      loaded.state === 'answered'
        ? question.freshForValue?.(loaded.value)
        : REFUSED_MS;
    const freshForMs =
      special ?? (byEvents ? FRESH_BY_EVENTS_MS : question.freshForMs);
    const { state, ...body } = loaded;
    const answer: StoredAnswer = {
      credential: seen.credential,
      state,
      ...('etag' in loaded && loaded.etag && { etag: loaded.etag }),
      body: JSON.stringify({ ...body, etag: undefined, byEvents }),
      beganAt,
      askedAt,
      freshUntil: askedAt + freshForMs,
    };
    await store.write({ ...seen.key, answer });
    return toAnswer<T>({ kept: answer, byEvents });
  }

  async function load<T>(
    question: Question<T>,
    seen: Awaited<ReturnType<typeof look<T>>>,
  ): Promise<Answer<T>> {
    const { kept } = seen;
    const beganAt = now().getTime();
    const previous =
      kept?.state === 'answered'
        ? { etag: kept.etag, value: JSON.parse(kept.body).value as T }
        : undefined;
    let loaded: Loaded<T>;
    try {
      loaded = await question.load(previous);
    } catch (error) {
      const failure = judgeLoadFailure(error);
      if (failure?.kind === 'same' && previous) {
        loaded = { state: 'same' };
      } else {
        return await settle(question, seen, failure, error, beganAt);
      }
    }
    if (loaded.state === 'same') {
      if (!previous) throw new Error('There is nothing that is the same');
      const { lacks } = JSON.parse(kept!.body);
      return await keep(
        question,
        seen,
        { state: 'answered', ...previous, lacks },
        beganAt,
      );
    }
    return await keep(question, seen, loaded, beganAt);
  }

  async function settle<T>(
    question: Question<T>,
    seen: Awaited<ReturnType<typeof look<T>>>,
    failure: LoadFailure | undefined,
    error: unknown,
    beganAt: number,
  ): Promise<Answer<T>> {
    const { place, absentWhenMissing } = question;
    if (!failure || failure.kind === 'same') throw error;
    if (failure.kind === 'unavailable') {
      return outdated<T>(seen, failure);
    }
    if (failure.kind === 'missing' && absentWhenMissing) {
      const reason = absentWhenMissing;
      return await keep(question, seen, { state: 'absent', reason }, beganAt);
    }
    const lack = await explainLack({ github, url: place.url, error });
    const reason =
      failure.kind === 'refused'
        ? `GitHub refuses it: ${failure.words}`
        : `GitHub shows no ${place.owner}/${place.name} to the portal's credential`;
    return await keep(
      question,
      seen,
      { state: 'refused', reason, ...(lack && { lack }) },
      beganAt,
    );
  }

  function outdated<T>(
    seen: Awaited<ReturnType<typeof look<T>>>,
    failure: Extract<LoadFailure, { kind: 'unavailable' }>,
  ): Answer<T> {
    const { kept, key, markedAt } = seen;
    const { reason, until } = failure;
    const error = new Unavailable(failure);
    const at = now().getTime();
    const waitMs = until ? Date.parse(until) - at : UNAVAILABLE_MS;
    failed.set(JSON.stringify(key), {
      error,
      until: at + Math.min(Math.max(waitMs, 0), MINUTE),
    });
    if (!kept) throw error;
    const since = Math.max(
      kept.askedAt,
      Math.min(markedAt > kept.askedAt ? markedAt : kept.freshUntil, at),
    );
    return toAnswer<T>({
      kept,
      byEvents: false,
      outdated: {
        since: new Date(since).toISOString(),
        reason,
        ...(until && { until }),
      },
    });
  }

  const answers: Answers = {
    async peek(question) {
      const { kept, isFresh } = await look(question);
      return kept && isFresh
        ? toAnswer({ kept, byEvents: await isHeard(question) })
        : undefined;
    },

    async ask<T>(question: Question<T>) {
      const seen = await look(question);
      if (seen.kept && seen.isFresh) {
        return toAnswer<T>({
          kept: seen.kept,
          byEvents: await isHeard(question),
        });
      }
      const id = JSON.stringify(seen.key);
      const known = failed.get(id);
      if (known && known.until > now().getTime()) {
        return outdated<T>(seen, known.error.failure);
      }
      failed.delete(id);
      // What began before an event does not count for who asks after it.
      const flight = `${id} ${seen.markedAt}`;
      const running = underWay.get(flight);
      if (running) return running as Promise<Answer<T>>;
      const loading = load(question, seen).finally(() =>
        underWay.delete(flight),
      );
      underWay.set(flight, loading);
      return loading;
    },

    async askAll({ questions, loadAll }) {
      const seen = await Promise.all(questions.map(look));
      const open = questions.filter((_, index) => !seen[index].isFresh);
      const beganAt = now().getTime();
      const loaded = open.length > 0 ? await loadAll(open) : [];
      return await Promise.all(
        questions.map(async (question, index) => {
          const { kept, isFresh } = seen[index];
          if (kept && isFresh) {
            const byEvents = await isHeard(question);
            return toAnswer({ kept, byEvents });
          }
          const result = loaded[open.indexOf(question)];
          if (result.outcome === 'loaded') {
            const { value, lacks } = result;
            const answered = { state: 'answered', value, lacks } as const;
            return await keep(question, seen[index], answered, beganAt);
          }
          const { error } = result;
          const failure = judgeLoadFailure(error);
          return await settle(
            question,
            seen[index],
            failure,
            error,
            beganAt,
          ).catch(unavailable => {
            if (!(unavailable instanceof Unavailable)) throw unavailable;
            return { state: 'refused', reason: unavailable.message };
          });
        }),
      );
    },
  };
  return answers;
}
