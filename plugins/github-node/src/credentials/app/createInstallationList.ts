import type { AppFailure } from './AppFailure';
import type { AppRequests } from './createAppRequests';
import type { Installation } from './Installation';
import { shared } from './shared';

export type ListedInstallations =
  | { outcome: 'listed'; installations: Installation[] }
  | { outcome: 'failed'; failure: AppFailure };

/** The installations of an App: asked once for many callers. */
export interface InstallationList {
  /**
   * Ten minutes old at most; older while GitHub cannot be reached. Where the list does not suffice it is asked for anew, at most once a minute. `fresh` asks in any case.
   */
  get(options?: {
    suffices?: (installations: Installation[]) => boolean;
    fresh?: boolean;
  }): Promise<ListedInstallations>;
  /** The account of an installation, as far as it was listed. */
  accountOf(installationId: number): string | undefined;
  forget(): void;
}

const KEEP_MS = 10 * 60_000;
const ASK_AGAIN_MS = 60_000;
const PAGE = 100;

/** https://docs.github.com/en/rest/apps/apps#list-installations-for-the-authenticated-app */
export function createInstallationList(options: {
  requests: AppRequests;
  now: () => Date;
}): InstallationList {
  const { requests, now } = options;
  let known: { installations: Installation[]; at: number } | undefined;
  let generation = 0;

  const load = shared(
    async (more: { fresh?: boolean }): Promise<ListedInstallations> => {
      const begun = generation;
      const installations: Installation[] = [];
      for (let page = 1; ; page++) {
        const asked = await requests.ask({
          method: 'GET',
          path: `/app/installations?per_page=${PAGE}&page=${page}`,
          fresh: more.fresh,
        });
        if (asked.outcome === 'failed') return asked;
        const { status, body, header } = asked.answer;
        if (!Array.isArray(body)) {
          return {
            outcome: 'failed',
            failure: {
              code: 'unreachable',
              reason: `GitHub does not list the App's installations (status ${status}).`,
            },
          };
        }
        installations.push(...body.flatMap(readInstallation));
        if (!/rel="next"/.test(header('link') ?? '')) break;
      }
      // What was asked for before everything was forgotten may be outdated.
      if (begun === generation) {
        known = { installations, at: now().getTime() };
      }
      return { outcome: 'listed', installations };
    },
  );

  return {
    async get({ suffices = () => true, fresh } = {}) {
      const age = known ? now().getTime() - known.at : Infinity;
      const isEnough =
        known &&
        !fresh &&
        (age < ASK_AGAIN_MS ||
          (age < KEEP_MS && suffices(known.installations)));
      if (isEnough) {
        return { outcome: 'listed', installations: known!.installations };
      }
      const before = known;
      const loaded = await load({ fresh });
      return loaded.outcome === 'failed' &&
        loaded.failure.code === 'unreachable' &&
        before &&
        !fresh
        ? { outcome: 'listed', installations: before.installations }
        : loaded;
    },
    accountOf: installationId =>
      known?.installations.find(({ id }) => id === installationId)?.account,
    forget() {
      known = undefined;
      generation++;
      load.forget();
    },
  };
}

/** Installations on a whole enterprise have no login, and serve no repository. */
function readInstallation(row: any): Installation[] {
  if (typeof row?.id !== 'number' || typeof row.account?.login !== 'string') {
    return [];
  }
  return [
    {
      id: row.id,
      account: row.account.login,
      suspended: Boolean(row.suspended_at ?? row.suspended_by),
      ...(typeof row.html_url === 'string' && { htmlUrl: row.html_url }),
    },
  ];
}
