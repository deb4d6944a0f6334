import { isBudgetRefusal } from '../../outgoing/budgetRefusal';
import { createPatientTimeout } from '../../outgoing/createPatientTimeout';
import { currentScope, runInScope } from '../../scope/runInScope';

export type SentRequest =
  | { outcome: 'answered'; answer: Answer }
  /** `reason` says what happened, in words. */
  | { outcome: 'unreachable'; reason: string; isLate?: boolean }
  /** Our own budget did not let it go, for `budgetReason`. `until` is ISO 8601. */
  | {
      outcome: 'held-back';
      reason: string;
      until: string;
      budgetReason?: string;
    };

export interface Answer {
  status: number;
  /** Of JSON; undefined for anything else. */
  body: any;
  header(name: string): string | undefined;
}

/** How requests leave, and how time passes between two tries. */
export interface Sending {
  fetch: typeof fetch;
  wait(ms: number): Promise<void>;
  random(): number;
}

const TRIES = 3;
/** From when the budget lets a request go. */
const TIMEOUT_MS = 15_000;
/** For the budget. Many wait for one answer, people among them. */
const PATIENCE_MS = { person: 10_000, background: 60_000 };
const FIRST_PAUSE_MS = 200;

/**
 * Sends a request of an App, up to three times: all of them may be repeated, a token that got lost ends by itself. The scope says whose
 * request it is, for the trace and the budget.
 */
export async function sendRequest(options: {
  sending: Sending;
  credentialId: string;
  method: 'GET' | 'POST';
  url: string;
  authorization: string;
}): Promise<SentRequest> {
  const { sending, credentialId, method, url, authorization } = options;
  let last: SentRequest | undefined;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    if (attempt > 1) {
      // Full jitter, so that many processes do not come back together.
      const pause = FIRST_PAUSE_MS * 2 ** (attempt - 2);
      await sending.wait(pause * sending.random());
    }
    const timeout = createPatientTimeout({ ms: TIMEOUT_MS });
    last = await runInScope(
      {
        patienceMs: patienceMs(),
        call: {
          kind: 'app',
          credentialId,
          attempt,
          // A token is not content, although it is asked for by POST.
          mutates: false,
          observer: timeout.observer,
        },
      },
      () =>
        sendOnce({
          sending,
          method,
          url,
          authorization,
          signal: timeout.signal,
        }),
    ).finally(timeout.stop);
    if (!isWorthAnother(last)) return last;
  }
  return last!;
}

function patienceMs(): number {
  const { patienceMs: given, priority = 'background' } = currentScope() ?? {};
  return Math.min(given ?? PATIENCE_MS[priority], PATIENCE_MS.background);
}

/** Who waited as long as that for an answer does not want to wait again. */
function isWorthAnother(sent: SentRequest): boolean {
  switch (sent.outcome) {
    case 'answered':
      return [500, 502, 503, 504].includes(sent.answer.status);
    case 'unreachable':
      return !sent.isLate;
    default:
      return false;
  }
}

async function sendOnce(options: {
  sending: Sending;
  method: string;
  url: string;
  authorization: string;
  signal: AbortSignal;
}): Promise<SentRequest> {
  const { sending, method, url, authorization, signal } = options;
  try {
    const response = await sending.fetch(url, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        'user-agent': 'callboard',
        authorization,
      },
      // An App's token must not go wherever a redirect points.
      redirect: 'error',
      signal,
    });
    const text = await response.text();
    return {
      outcome: 'answered',
      answer: {
        status: response.status,
        body: parse(text),
        header: name => response.headers.get(name) ?? undefined,
      },
    };
  } catch (error) {
    return explainError(error);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `fetch failed` alone helps nobody; the cause is inside. */
function explainError(error: unknown): SentRequest {
  const refusal = isBudgetRefusal(error);
  if (refusal) {
    const { message, until, reason: budgetReason } = refusal;
    return { outcome: 'held-back', reason: message, until, budgetReason };
  }
  const { name, message, cause } = error as Error & {
    cause?: { code?: string; message?: string };
  };
  return name === 'TimeoutError'
    ? {
        outcome: 'unreachable',
        reason: `no answer within ${TIMEOUT_MS / 1000} seconds`,
        isLate: true,
      }
    : {
        outcome: 'unreachable',
        reason: cause?.code ?? (cause?.message || message),
      };
}
