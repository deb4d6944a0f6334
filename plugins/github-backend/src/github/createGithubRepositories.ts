import { setTimeout as wait } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { GithubService } from '@callboard/plugin-github-node';
import type { GithubRepositories, Wanted } from './GithubRepositories';
import { createLink } from './graphql/createLink';
import type { Surroundings } from './graphql/Link';
import { lookUp, MOST_AT_ONCE } from './lookUp/lookUp';
import { readMatching } from './matching/readMatching';
import { createPageSizes, LARGEST } from './pages/createPageSizes';
import { createPeopleRefusals } from './pages/createPeopleRefusals';
import { readNewest } from './pages/readNewest';
import { readPage } from './pages/readPage';
import { createRawTexts } from './texts/createRawTexts';

/** GitHub's own limit is 10 seconds; then comes the way back. */
const WALL_MS = 12_000;

/**
 * Reads repositories through the budget, the credentials and the trace that all plugins share. What it has learned of page sizes, and the texts
 * it keeps, last as long as it does, so a plugin makes one of these and hands it on.
 */
export function createGithubRepositories(
  options: {
    github: GithubService;
    logger: LoggerService;
    /** From 0 to 1, for jitter. */
    random: () => number;
  } & Partial<Pick<Surroundings, 'now' | 'sleep' | 'wallMs'>>,
): GithubRepositories {
  const { logger } = options;
  const surroundings: Surroundings = {
    now: () => new Date(),
    sleep: (ms, signal) => wait(ms, undefined, { signal }),
    wallMs: WALL_MS,
    ...options,
  };
  const sizes = createPageSizes();
  const refusals = createPeopleRefusals(surroundings);
  const texts = createRawTexts();
  const linkTo = (to: { host: string; owner: string; signal?: AbortSignal }) =>
    createLink({ ...to, surroundings });
  const log = (owner: string, problems: string[]) => {
    for (const problem of problems) {
      logger.debug(`Reading repositories of ${owner}: ${problem}`);
    }
  };

  return {
    async page({ order, after, size = LARGEST, people = false, ...call }) {
      const page = await readPage({
        link: linkTo(call),
        sizes,
        texts,
        order,
        after,
        wanted: once(call.wanted),
        most: size,
        ...(people && { refusals }),
      });
      log(call.owner, [...page.problems, ...page.refused]);
      return page;
    },
    async newest({ size, people = false, ...call }) {
      const newest = await readNewest({
        link: linkTo(call),
        sizes,
        texts,
        people,
        refusals,
        wanted: once(call.wanted),
        most: size,
      });
      log(
        call.owner,
        [newest.byPush, newest.byUpdate].flatMap(page => [
          ...page.problems,
          ...page.refused,
        ]),
      );
      return newest;
    },
    async lookUp({ which, ...call }) {
      const link = linkTo(call);
      const results = [];
      for (let from = 0; from < which.length; from += MOST_AT_ONCE) {
        results.push(
          ...(await lookUp({
            link,
            sizes,
            texts,
            which: which.slice(from, from + MOST_AT_ONCE),
            wanted: once(call.wanted),
          })),
        );
      }
      return results;
    },
    matching: async ({ name, oid, patterns, ...call }) =>
      readMatching({ link: linkTo(call), texts, name, oid, patterns }),
  };
}

/** Each file is asked for once. */
function once({ files, ...wanted }: Wanted): Wanted {
  return { ...wanted, files: [...new Set(files)] };
}
