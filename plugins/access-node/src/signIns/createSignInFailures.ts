import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignInFailure } from '@callboard/plugin-access-common';
import { cleanFailure } from './cleanFailure';
import { newReference } from './newReference';
import type {
  SignInFailuresService,
  SignInFailureStore,
} from './SignInFailuresService';

const SAME_MS = 10 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Anybody can repeat a callback, without a session. In between, repeats are only counted. */
const REPEATED_MS = 5_000;
/** In memory. Whoever may sign in at a provider can fail here as often as they like. */
const MOST = 200;

/** Failures of this process in memory, and in the store from when there is one. */
export function createSignInFailures(options: {
  logger: LoggerService;
  now?: () => Date;
}): SignInFailuresService {
  const { logger, now = () => new Date() } = options;
  /** By what makes two failures the same, the latest last. */
  const known = new Map<string, Known>();
  let store: SignInFailureStore | undefined;

  const keep = (promise: Promise<void> | undefined) => {
    promise?.catch(error =>
      logger.warn('A failed sign-in could not be kept', error),
    );
  };

  return {
    record(reported) {
      const failure = cleanFailure(reported);
      const key = keyOf(failure, failure.person?.subject);
      const at = now();
      const { failure: before, writtenAt } = known.get(key) ?? {};
      const isAgain = before && at.getTime() - Date.parse(before.at) < SAME_MS;
      const noted: SignInFailure = {
        ...failure,
        reference: isAgain ? before.reference : newReference(),
        at: at.toISOString(),
        times: isAgain ? before.times + 1 : 1,
      };
      const isWritten =
        !isAgain ||
        isPowerOfTwo(noted.times) ||
        at.getTime() - (writtenAt ?? 0) >= REPEATED_MS;
      known.delete(key);
      known.set(key, {
        failure: noted,
        writtenAt: isWritten ? at.getTime() : writtenAt,
      });
      if (known.size > MOST) {
        const [oldest] = known.keys();
        known.delete(oldest);
      }
      if (isWritten) {
        logger.warn(sentenceOf(noted), fieldsOf(noted));
        keep(store?.save(noted));
      }
      return noted;
    },
    settle({ provider, kind, subject }) {
      known.delete(keyOf({ provider, kind }, subject));
      keep(store?.remove({ provider, kind, subject }));
    },
    async recent() {
      const since = new Date(now().getTime() - DAY_MS);
      if (store) return store.list({ since });
      return [...known.values()]
        .map(({ failure }) => failure)
        .filter(({ at }) => Date.parse(at) > since.getTime())
        .reverse();
    },
    connect(connected) {
      store = connected;
      for (const { failure } of known.values()) keep(store.save(failure));
    },
  };
}

interface Known {
  failure: SignInFailure;
  /** Milliseconds since 1970 when it was last logged and handed to the store. */
  writtenAt?: number;
}

function isPowerOfTwo(times: number): boolean {
  return Number.isInteger(Math.log2(times));
}

function keyOf(
  { provider, kind }: Pick<SignInFailure, 'provider' | 'kind'>,
  subject: string | undefined,
) {
  return JSON.stringify([provider, kind, subject]);
}

function sentenceOf({ reference, provider, kind, detail }: SignInFailure) {
  const what =
    kind === 'saml-sso'
      ? `A sign-in with ${provider} worked, and an organisation asks for single sign-on`
      : `A sign-in with ${provider} failed (${kind})`;
  return `${what}, reference ${reference}${detail ? `: ${detail}` : ''}`;
}

/** Flat, so that log systems can search them. */
function fieldsOf({
  reference,
  provider,
  kind,
  person,
  attempts,
}: SignInFailure) {
  return {
    reference,
    provider,
    kind,
    subject: person?.subject,
    userName: person?.userName,
    attempts: attempts
      .map(({ resolver, lookedFor, found }) =>
        [resolver, lookedFor, found].filter(Boolean).join(': '),
      )
      .join('; '),
  };
}
