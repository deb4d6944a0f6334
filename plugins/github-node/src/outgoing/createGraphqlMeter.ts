export interface GraphqlMeter {
  begin(account: string): {
    /** What it cost, where nothing else of the account was under way meanwhile. */
    points(answer: {
      header(name: string): string | undefined;
    }): number | undefined;
    end(): void;
  };
}

const MOST = 1_000;

/**
 * Tells what a GraphQL request cost by how much more is used than after the one before. The body tells as well, but only where the query
 * asks for it, and stock's do not. https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export function createGraphqlMeter(): GraphqlMeter {
  const accounts = new Map<
    string,
    { running: number; begun: number; used?: number; reset?: string }
  >();

  return {
    begin(name) {
      const account = accounts.get(name) ?? { running: 0, begun: 0 };
      accounts.delete(name);
      accounts.set(name, account);
      if (accounts.size > MOST) accounts.delete(accounts.keys().next().value!);
      const isAlone = account.running === 0;
      account.running += 1;
      account.begun += 1;
      const { begun } = account;
      let isOver = false;
      return {
        points({ header }) {
          const used = Number(header('x-ratelimit-used') ?? NaN);
          const reset = header('x-ratelimit-reset');
          if (Number.isNaN(used)) return undefined;
          const before =
            account.reset === reset && isAlone && account.begun === begun
              ? account.used
              : undefined;
          account.used = Math.max(
            used,
            account.reset === reset ? account.used ?? 0 : 0,
          );
          account.reset = reset;
          return before !== undefined && used > before
            ? used - before
            : undefined;
        },
        end() {
          if (isOver) return;
          isOver = true;
          account.running -= 1;
        },
      };
    },
  };
}
