import { budgetRefusal } from '../../outgoing/budgetRefusal';
import { currentScope, runInScope } from '../../scope/runInScope';
import { type Sending, sendRequest } from './sendRequest';

const send = (respond: Sending['fetch']) =>
  sendRequest({
    sending: { fetch: respond, wait: async () => undefined, random: () => 0 },
    credentialId: 'app:github.com:1',
    method: 'POST',
    url: 'https://api.github.com/app/installations/1/access_tokens',
    authorization: 'Bearer a.b.c',
  });
const observer = () => currentScope()!.call!.observer!;

/** Like fetch, it rejects once it is aborted. */
function after(ms: number, signal: AbortSignal | null | undefined) {
  return new Promise<void>((resolve, reject) => {
    setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('waits for the budget longer than for GitHub', async () => {
  const sent = send(async (_, init) => {
    observer().opened!(undefined as never, undefined as never);
    await after(50_000, init?.signal);
    observer().left!();
    await after(14_000, init?.signal);
    return new Response('{}');
  });
  await jest.advanceTimersByTimeAsync(64_000);
  expect(await sent).toMatchObject({ outcome: 'answered' });
});

it('gives GitHub fifteen seconds', async () => {
  const sent = send(async (_, init) => {
    await after(16_000, init?.signal);
    return new Response('{}');
  });
  await jest.advanceTimersByTimeAsync(15_000);
  expect(await sent).toEqual({
    outcome: 'unreachable',
    reason: 'no answer within 15 seconds',
    isLate: true,
  });
});

it('says that our own budget held it back, and for how long at most', async () => {
  const patience: unknown[] = [];
  const refused = () =>
    send(async () => {
      patience.push(currentScope()!.patienceMs);
      throw new TypeError('fetch failed', {
        cause: budgetRefusal({
          host: 'github.com',
          method: 'POST',
          path: '/x',
          until: '2026-01-01T00:00:00Z',
          reason: 'the limit is used up',
        }),
      });
    });
  expect(await refused()).toEqual({
    outcome: 'held-back',
    reason: expect.stringContaining('the limit is used up'),
    until: '2026-01-01T00:00:00Z',
    budgetReason: 'the limit is used up',
  });
  await runInScope({ priority: 'person' }, refused);
  await runInScope({ priority: 'person', patienceMs: 500 }, refused);
  await runInScope({ patienceMs: 3_600_000 }, refused);
  expect(patience).toEqual([60_000, 10_000, 500, 60_000]);
});
