import type { AppRequests } from './createAppRequests';
import type { MintedToken } from './mintToken';
import { shared } from './shared';

const ASK_AGAIN_MS = 60_000;
const PAGE = 100;

/**
 * Tells whether a token reaches a repository. The names are asked for where the installation is for selected repositories, and again for
 * one that is not among them, at most once a minute. Where GitHub does not tell, the repository is taken for one of them.
 * https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation
 */
export function createRepositoryNames(options: {
  requests: AppRequests;
  minted: MintedToken;
  now: () => Date;
}): (repository: string, more?: { fresh?: boolean }) => Promise<boolean> {
  const { requests, minted, now } = options;
  let known: { names: Set<string>; at: number } | undefined;

  const load = shared(async (_: { fresh?: boolean }) => {
    const names = new Set<string>();
    for (let page = 1; ; page++) {
      const asked = await requests.askWith({
        token: minted.token,
        path: `/installation/repositories?per_page=${PAGE}&page=${page}`,
      });
      const answer = asked.outcome === 'answered' ? asked.answer : undefined;
      if (!Array.isArray(answer?.body?.repositories)) return;
      for (const { name } of answer.body.repositories) {
        names.add(String(name).toLowerCase());
      }
      if (!/rel="next"/.test(answer.header('link') ?? '')) break;
    }
    known = { names, at: now().getTime() };
  });

  return async (repository, { fresh } = {}) => {
    if (minted.selection === 'all') return true;
    const name = repository.toLowerCase();
    const age = known ? now().getTime() - known.at : Infinity;
    if (fresh || (!known?.names.has(name) && age >= ASK_AGAIN_MS)) {
      await load({ fresh });
    }
    return known?.names.has(name) ?? true;
  };
}
