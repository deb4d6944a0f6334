import type { Pull } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import { type AskGraphql, tooMuch } from '../answers/createAsker';
import { lacksOf } from '../answers/lacksOf';
import type { Place, Question } from '../answers/Question';
import { PULL_FIELDS, type RawPull } from '../pulls/pullFields';
import { toPull } from '../pulls/toPull';

function mineQuery(): string {
  return `query PullRequestsOfPerson($waiting: String!, $own: String!) {
  waiting: search(type: ISSUE, query: $waiting, first: 50) { nodes { ... on PullRequest { ${PULL_FIELDS} } } }
  own: search(type: ISSUE, query: $own, first: 50) { nodes { ... on PullRequest { ${PULL_FIELDS} } } }
}`;
}

interface RawSearch {
  nodes: (RawPull | Record<string, never> | null)[];
}

/** Pull requests of an owner's repositories that wait for a person, and those of the person. */
export interface PullsOfPerson {
  waiting: Pull[];
  own: Pull[];
}

/** Of an owner as a whole: `place.key` is `acme/*`. Whoever shows it leaves out what the person may not see. */
export function mineQuestion(options: {
  place: Place;
  login: string;
  github: GithubService;
  ask: AskGraphql;
}): Question<PullsOfPerson> {
  const { place, login, github, ask } = options;
  const { host, owner, url } = place;
  return {
    place,
    what: `mine:${login.toLowerCase()}`,
    topics: ['pulls', 'checks'],
    events: ['pull_request', 'pull_request_review', 'check_suite'],
    freshForMs: 2 * 60_000,
    async load() {
      const common = `is:pr is:open archived:false user:${owner}`;
      const answer = await ask<Record<'waiting' | 'own', RawSearch | null>>({
        ...{ host, owner, query: mineQuery() },
        variables: {
          // Who is named in a draft is not asked yet.
          waiting: `${common} draft:false review-requested:${login}`,
          own: `${common} author:${login}`,
        },
      });
      if (answer === 'too-much') throw tooMuch(`pull requests of ${login}`);
      const { data, errors } = answer;
      const pullsOf = (search: RawSearch | null): Pull[] =>
        (search?.nodes ?? []).flatMap(node =>
          node && 'number' in node ? [toPull(node as RawPull)] : [],
        );
      return {
        state: 'answered',
        lacks: await lacksOf({ errors, github, url }),
        value: {
          waiting: pullsOf(data.waiting),
          own: pullsOf(data.own),
        },
      };
    },
  };
}
