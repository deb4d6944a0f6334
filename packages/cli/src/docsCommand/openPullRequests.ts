import { setTimeout as pause } from 'node:timers/promises';
import type {
  WikiDocsItem,
  WikiDocsOutcome,
} from '@callboard/plugin-github-common';
import type { ImportPortal } from '../portalCommand/portal/ImportPortal';
import { ProblemsError } from '../problems/ProblemsError';

/** What became of a repository in the end. */
export type Ended = Exclude<WikiDocsOutcome, { status: 'waits' }>;

const SHORTEST_WAIT_MS = 1_000;

/**
 * Has the portal open the pull requests, one after the other, and waits where a limit of GitHub's says so. Tells of each. A portal that cannot be
 * asked fails that repository alone.
 */
export async function openPullRequests(options: {
  portal: Pick<ImportPortal, 'proposeWiki'>;
  host: string;
  items: WikiDocsItem[];
  tell(text: string): void;
  now?: () => number;
  wait?: (ms: number) => Promise<unknown>;
}): Promise<Map<string, Ended>> {
  const { portal, host, items, tell } = options;
  const { now = Date.now, wait = pause } = options;
  const results = new Map<string, Ended>();

  async function propose(repository: string): Promise<Ended> {
    for (;;) {
      const outcome = await portal
        .proposeWiki({ host, repository })
        .catch((error: unknown): WikiDocsOutcome => {
          if (!(error instanceof ProblemsError)) throw error;
          return { status: 'failed', reason: error.message };
        });
      if (outcome.status !== 'waits') return outcome;
      tell(`  waits until ${outcome.until}: ${outcome.reason}\n`);
      await wait(Math.max(Date.parse(outcome.until) - now(), SHORTEST_WAIT_MS));
    }
  }

  for (const [index, { repository }] of items.entries()) {
    tell(`${index + 1} of ${items.length} ${repository}\n`);
    results.set(repository, await propose(repository));
  }
  return results;
}
