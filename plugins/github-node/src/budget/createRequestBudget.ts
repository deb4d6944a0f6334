import type { Account } from './Account';
import { createAccount } from './createAccount';
import { createAccountQueue } from './createAccountQueue';
import type {
  BudgetAccount,
  BudgetState,
  RequestBudget,
} from './RequestBudget';
import type { Timers } from './Timers';

/** Accounts that nobody uses are forgotten beyond this number; people's own tokens are accounts as well. */
const MOST_ACCOUNTS = 1_000;

/**
 * The budget of a process; see `RequestBudget`. `reserve`: the share of each limit that is kept for people, from 0 to 0.9, by default 0.1.
 * `timers` are node's own by default.
 */
export function createRequestBudget(options: {
  now: () => Date;
  reserve?: number;
  timers?: Timers;
}): RequestBudget {
  const { reserve = 0.1, timers = { setTimeout, clearTimeout } } = options;
  const now = () => options.now().getTime();
  const accounts = new Map<
    string,
    BudgetAccount & {
      account: Account;
      queue: ReturnType<typeof createAccountQueue>;
    }
  >();

  function open(of: BudgetAccount) {
    const { host, credential } = of;
    const key = JSON.stringify([host, credential]);
    const known = accounts.get(key);
    if (known) {
      // The first in the map is the one that was not used for the longest time.
      accounts.delete(key);
      accounts.set(key, known);
      return known;
    }
    const account = createAccount({
      now,
      reserve: Math.min(Math.max(reserve, 0), 0.9),
      anonymous: credential === 'none',
    });
    const opened = {
      host,
      credential,
      account,
      queue: createAccountQueue({ account, now, timers }),
    };
    accounts.set(key, opened);
    if (accounts.size > MOST_ACCOUNTS) forgetOne();
    return opened;
  }

  function forgetOne() {
    for (const [key, { account, queue }] of accounts) {
      if (account.isIdle() && queue.isEmpty()) {
        accounts.delete(key);
        return;
      }
    }
  }

  return {
    acquire: request => open(request).queue.acquire(request),
    penalise: of => open(of).account.penalise(),
    state: () => [...accounts.values()].flatMap(statesOf),
  };
}

function statesOf(opened: {
  host: string;
  credential: string;
  account: Account;
  queue: ReturnType<typeof createAccountQueue>;
}): BudgetState[] {
  const { host, credential, account, queue } = opened;
  const iso = (time: number | undefined) =>
    time === undefined ? undefined : new Date(time).toISOString();
  const pause = account.pause();
  return account.resources().map(({ resetAt, ...rest }) => ({
    host,
    credential,
    ...rest,
    resetAt: iso(resetAt),
    waiting: queue.waiting(rest.resource),
    ...(pause && {
      pausedUntil: iso(pause.until),
      pauseReason: pause.reason,
    }),
  }));
}
