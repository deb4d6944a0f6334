import type { AppCredential } from '../../hosts/GithubHost';
import type { AppFailure } from './AppFailure';
import { type AppRequests, createAppRequests } from './createAppRequests';
import { createInstallationList } from './createInstallationList';
import { createTokenCache, type InstallationToken } from './createTokenCache';
import type { Installation } from './Installation';
import type { MintedToken } from './mintToken';
import type { Sending } from './sendRequest';
import { shared } from './shared';

export type FoundInstallation =
  | { outcome: 'installed'; installation: Installation }
  | { outcome: 'suspended'; installation: Installation }
  | { outcome: 'not-installed' }
  | { outcome: 'failed'; failure: AppFailure };

/** What one App can reach. Everything is cached; `fresh` asks GitHub. */
export interface AppAccess {
  jwt: AppRequests['jwt'];
  skewMs: AppRequests['skewMs'];
  /** Of an owner, in any case. */
  find(options: { owner: string; fresh?: boolean }): Promise<FoundInstallation>;
  /** The first that is not suspended and that `isAllowed`. */
  findAny(options: {
    isAllowed: (account: string) => boolean;
    fresh?: boolean;
  }): Promise<FoundInstallation>;
  token(options: {
    installationId: number;
    fresh?: boolean;
  }): Promise<InstallationToken>;
  /** Where people see the App, such as `https://github.com/apps/portal`; undefined where GitHub does not tell. */
  page(): Promise<string | undefined>;
  /** With `token`: only if that is a token in the cache. */
  forget(match?: { token?: string }): void;
}

/** One App with its caches. */
export function createAppAccess(options: {
  app: AppCredential;
  apiBaseUrl: string;
  sending: Sending;
  now: () => Date;
  /** `owner`: the account of the installation, where that is known. */
  onToken: (minted: MintedToken & { owner?: string }) => void;
  onSkew?: (seconds: number) => void;
}): AppAccess {
  const { now } = options;
  const requests = createAppRequests(options);
  const list = createInstallationList({ requests, now });
  const tokens = createTokenCache({
    requests,
    now,
    onToken: minted =>
      options.onToken({
        ...minted,
        owner: list.accountOf(minted.installationId),
      }),
  });
  let page: string | undefined;

  const loadPage = shared(async (_: { fresh?: boolean }) => {
    const asked = await requests.ask({ method: 'GET', path: '/app' });
    const url =
      asked.outcome === 'answered' ? asked.answer.body?.html_url : undefined;
    if (typeof url === 'string') page = url;
    return page;
  });

  async function find(more: {
    matches: (installation: Installation) => boolean;
    fresh?: boolean;
  }): Promise<FoundInstallation> {
    const { matches, fresh } = more;
    const listed = await list.get({
      fresh,
      suffices: installations =>
        installations.some(item => matches(item) && !item.suspended),
    });
    if (listed.outcome === 'failed') return listed;
    const found = listed.installations.filter(matches);
    const installation = found.find(item => !item.suspended) ?? found[0];
    if (!installation) return { outcome: 'not-installed' };
    return {
      outcome: installation.suspended ? 'suspended' : 'installed',
      installation,
    };
  }

  return {
    jwt: requests.jwt,
    skewMs: requests.skewMs,
    find: ({ owner, fresh }) =>
      find({
        fresh,
        matches: ({ account }) => account.toLowerCase() === owner.toLowerCase(),
      }),
    findAny: ({ isAllowed, fresh }) =>
      find({ fresh, matches: ({ account }) => isAllowed(account) }),
    async token(more) {
      const found = await tokens.get(more);
      // The list is outdated.
      if (found.outcome === 'gone' || found.outcome === 'suspended') {
        list.forget();
      }
      return found;
    },
    page: async () => page ?? loadPage({}),
    forget(match = {}) {
      if (!tokens.forget(match)) return;
      requests.forget();
      list.forget();
      page = undefined;
    },
  };
}
