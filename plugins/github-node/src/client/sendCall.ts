import { decideNext, type Next, type Progress } from './decideNext';
import {
  prepareCall,
  type Answer,
  type Endpoint,
  type PreparedCall,
  type Request,
  type Sending,
} from './prepareCall';
import { sendOnce, type SentCall } from './sendOnce';

const BACKOFF_MS = { first: 500, longest: 30_000 };

/** Sends one request of a client, in as many tries as `decideNext` finds right. */
export async function sendCall(options: {
  sending: Sending;
  request: Request;
  endpoint: Endpoint;
}): Promise<Answer> {
  const prepared = prepareCall(options);
  let progress: Progress = { attempt: 1, isRenewed: false };

  for (;;) {
    const sent = await sendOnce({ prepared, attempt: progress.attempt });
    const next = decideNext({ prepared, sent, progress });
    switch (next.next) {
      case 'return':
        keep({ prepared, sent });
        return next.answer;
      case 'throw':
        throw next.error;
      case 'later':
        await waitFor({ prepared, progress, next });
        break;
      default:
        progress = { ...progress, ...next.progress };
    }
    progress = { ...progress, attempt: progress.attempt + 1 };
  }
}

/** Waits, with jitter, so that many do not come back at once. https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
async function waitFor(options: {
  prepared: PreparedCall;
  progress: Progress;
  next: Extract<Next, { next: 'later' }>;
}): Promise<void> {
  const { prepared, progress, next } = options;
  const { sending, signals } = prepared;
  const longest = Math.min(
    BACKOFF_MS.first * 2 ** (progress.attempt - 1),
    BACKOFF_MS.longest,
  );
  const ms = next.leastMs + sending.random() * longest;
  if (
    progress.attempt > prepared.retries ||
    sending.now() + ms > prepared.deadline
  ) {
    throw next.orThrow;
  }
  await sending.sleep(
    ms,
    signals.length > 0 ? AbortSignal.any(signals) : undefined,
  );
}

/** Keeps an answer that may be asked for again, and what it cost: a query that asks for `rateLimit { cost }` is told. */
function keep(options: { prepared: PreparedCall; sent: SentCall }): void {
  const { prepared, sent } = options;
  const { outcome, entry } = sent.tried;
  if (outcome.kind !== 'answer') return;
  const { answer } = outcome;
  if (prepared.isCacheable) {
    prepared.sending.cache.put(sent.cacheKey, answer);
  }
  const { data } = answer as {
    data?: { data?: { rateLimit?: { cost?: unknown } } };
  };
  const cost = data?.data?.rateLimit?.cost;
  if (typeof cost === 'number') entry?.amend({ cost });
}
