import type { AppCredential } from '../../hosts/GithubHost';
import type { AppFailure } from './AppFailure';
import {
  explainRefusal,
  isClockProblem,
  type RefusingAnswer,
} from './explainRefusal';
import { readAppKey } from './readAppKey';
import { type Answer, type Sending, sendRequest } from './sendRequest';
import { signAppJwt } from './signAppJwt';

export type AppAnswer =
  | { outcome: 'answered'; answer: Answer }
  | { outcome: 'failed'; failure: AppFailure };

/** Requests of an App that speaks for itself. */
export interface AppRequests {
  jwt(): Promise<
    | { outcome: 'signed'; jwt: string }
    | { outcome: 'failed'; failure: AppFailure }
  >;
  /** `fresh` asks even if the last request failed a moment ago. */
  ask(options: {
    method: 'GET' | 'POST';
    /** Below the API's address. */
    path: string;
    fresh?: boolean;
  }): Promise<AppAnswer>;
  /** With a token of an installation instead. */
  askWith(options: { token: string; path: string }): Promise<AppAnswer>;
  /** By how much this machine's clock is behind GitHub's, as far as that mattered; otherwise 0. */
  skewMs(): number;
  forget(): void;
}

/** While a portal with a broken App is used, GitHub need not hear of it at every click. */
const REMEMBER_MS = { lasting: 30_000, passing: 5_000 };

/** Like Octokit, a clock that is wrong is corrected by GitHub's as soon as GitHub refuses a JSON Web Token because of it. */
export function createAppRequests(options: {
  app: AppCredential;
  apiBaseUrl: string;
  sending: Sending;
  now: () => Date;
  onSkew?: (seconds: number) => void;
}): AppRequests {
  const { app, apiBaseUrl, sending, now, onSkew } = options;
  const { id: credentialId, appId } = app;
  const key = readAppKey(app.privateKey);
  let skewMs = 0;
  let failed: { failure: AppFailure; until: number } | undefined;

  async function jwt(): ReturnType<AppRequests['jwt']> {
    if (key.outcome === 'invalid') {
      return {
        outcome: 'failed',
        failure: {
          code: 'key-invalid',
          reason: `The private key of App ${appId} ${key.reason}. Give it the content of the .pem file that "Generate a private key" on the App's page downloads.`,
        },
      };
    }
    const at = new Date(now().getTime() + skewMs);
    return {
      outcome: 'signed',
      jwt: await signAppJwt({ appId, key: key.key, at }),
    };
  }

  async function send(more: {
    method: 'GET' | 'POST';
    path: string;
    token: string;
  }): Promise<AppAnswer> {
    const { method, path, token } = more;
    const sent = await sendRequest({
      sending,
      credentialId,
      method,
      url: `${apiBaseUrl}${path}`,
      authorization: `Bearer ${token}`,
    });
    if (sent.outcome === 'answered') return sent;
    const { reason } = sent;
    return {
      outcome: 'failed',
      failure:
        sent.outcome === 'held-back'
          ? {
              code: 'unreachable',
              reason: `${reason}.`,
              heldBackUntil: sent.until,
              heldBackFor: sent.budgetReason,
            }
          : {
              code: 'unreachable',
              reason: `${apiBaseUrl} cannot be reached: ${reason}. Check the network, the proxy and apiBaseUrl.`,
            },
    };
  }

  async function askOnce(more: {
    method: 'GET' | 'POST';
    path: string;
  }): Promise<AppAnswer> {
    const signed = await jwt();
    return signed.outcome === 'signed'
      ? send({ ...more, token: signed.jwt })
      : signed;
  }

  /** Reads GitHub's time from a refusal; false where the token's times were right, or GitHub does not tell. */
  function corrected(answer: Answer): boolean {
    const theirs = Date.parse(answer.header('date') ?? '');
    if (!isClockProblem(refusalOf(answer)) || Number.isNaN(theirs))
      return false;
    const difference = theirs - now().getTime();
    if (Math.abs(difference - skewMs) < 1000) return false;
    skewMs = difference;
    onSkew?.(Math.round(difference / 1000));
    return true;
  }

  function explained(asked: AppAnswer): AppAnswer {
    if (asked.outcome === 'failed') return asked;
    const failure = explainRefusal({
      answer: refusalOf(asked.answer),
      appId,
      apiBaseUrl,
    });
    return failure ? { outcome: 'failed', failure } : asked;
  }

  /** Another caller may be more patient with our own budget than this one. */
  function remembered(asked: AppAnswer): AppAnswer {
    failed =
      asked.outcome === 'failed' && asked.failure.heldBackUntil === undefined
        ? {
            failure: asked.failure,
            until:
              now().getTime() +
              (asked.failure.code === 'unreachable'
                ? REMEMBER_MS.passing
                : REMEMBER_MS.lasting),
          }
        : undefined;
    return asked;
  }

  return {
    jwt,
    async ask({ fresh, ...more }) {
      if (!fresh && failed && failed.until > now().getTime()) {
        return { outcome: 'failed', failure: failed.failure };
      }
      let asked = await askOnce(more);
      if (asked.outcome === 'answered' && corrected(asked.answer)) {
        asked = await askOnce(more);
      }
      return remembered(explained(asked));
    },
    askWith: ({ token, path }) => send({ method: 'GET', token, path }),
    skewMs: () => skewMs,
    forget() {
      failed = undefined;
      skewMs = 0;
    },
  };
}

function refusalOf({ status, body, header }: Answer): RefusingAnswer {
  const message = typeof body?.message === 'string' ? body.message : '';
  return { status, header, ...(body !== undefined && { message }) };
}
