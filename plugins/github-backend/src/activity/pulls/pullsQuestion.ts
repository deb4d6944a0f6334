import type { Pulls } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import { type AskGraphql, tooMuch } from '../answers/createAsker';
import { lacksOf } from '../answers/lacksOf';
import type { Place, Question } from '../answers/Question';
import { PULL_FIELDS, type RawPull } from './pullFields';
import { toPull } from './toPull';

function pullsQuery(): string {
  return `query PullRequests($owner: String!, $name: String!, $states: [PullRequestState!], $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(first: $first, after: $after, states: $states, orderBy: { field: UPDATED_AT, direction: DESC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ${PULL_FIELDS} }
    }
  }
}`;
}

interface RawPage {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: (RawPull | null)[];
}

interface Raw {
  repository: { pullRequests: RawPage | null } | null;
}

const MOST = { open: 100, closed: 50 };
/** A page may be too much for GitHub; then smaller ones are tried. */
const PAGE_SIZES = [50, 15, 5];

/** The pull requests of a repository, the one that changed last first. */
export function pullsQuestion(options: {
  place: Place;
  github: GithubService;
  ask: AskGraphql;
  state: 'open' | 'closed';
}): Question<Pulls> {
  const { place, github, ask, state } = options;
  const { host, owner, name, url } = place;
  return {
    place,
    what: `pulls:${state}`,
    topics: ['pulls', 'checks'],
    events: ['pull_request', 'pull_request_review', 'check_suite'],
    freshForMs: 5 * 60_000,
    async load() {
      const found: RawPull[] = [];
      const problems: Parameters<typeof lacksOf>[0]['errors'] = [];
      let total = 0;
      let after: string | null = null;
      let size = 0;
      do {
        const answer: Awaited<ReturnType<typeof ask<Raw>>> = await ask<Raw>({
          ...{ host, owner, query: pullsQuery() },
          variables: {
            ...{ owner, name, after },
            first: Math.min(PAGE_SIZES[size], MOST[state] - found.length),
            states: state === 'open' ? ['OPEN'] : ['CLOSED', 'MERGED'],
          },
        });
        if (answer === 'too-much') {
          size += 1;
          if (size === PAGE_SIZES.length) throw tooMuch(place.key);
          continue;
        }
        problems.push(...answer.errors);
        if (!answer.data.repository) {
          // As REST would say it.
          throw Object.assign(new Error(`GitHub shows no ${place.key}`), {
            status: 404,
          });
        }
        const page: RawPage | null | undefined =
          answer.data.repository.pullRequests;
        if (!page) {
          const lacking = await lacksOf({ errors: answer.errors, github, url });
          if (lacking.length === 0) throw tooMuch(place.key);
          break;
        }
        total = page.totalCount;
        found.push(...page.nodes.flatMap(node => (node ? [node] : [])));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        if (!after) break;
      } while (found.length < MOST[state]);
      const lacks = await lacksOf({ errors: problems, github, url });
      const refused = lacks.find(
        ({ permission }) => permission === 'pull_requests',
      );
      if (refused && found.length === 0) {
        return { state: 'refused', reason: refused.words, lack: refused };
      }
      const knowsChecks = !lacks.some(
        ({ permission }) => permission === 'checks',
      );
      return {
        state: 'answered',
        lacks,
        value: {
          total,
          pulls: found.map(toPull).map(({ checks, ...pull }) => ({
            ...pull,
            ...(knowsChecks && checks && { checks }),
          })),
        },
      };
    },
  };
}
