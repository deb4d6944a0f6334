import type { Insights } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import { type AskGraphql, tooMuch } from '../answers/createAsker';
import { lacksOf } from '../answers/lacksOf';
import type { Place, Question } from '../answers/Question';

const WEEKS = 52;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** All that GraphQL knows at once. */
export type HistoryInsights = Omit<Insights, 'contributors'>;

interface Raw {
  repository: {
    pushedAt: string | null;
    stargazerCount: number;
    licenseInfo: { name: string } | null;
    issues: { totalCount: number } | null;
    languages: {
      totalSize: number;
      edges: ({ size: number; node: { name: string } } | null)[];
    } | null;
    releases: {
      nodes: ({
        tagName: string;
        name: string | null;
        url: string;
        author: { login: string } | null;
        publishedAt: string | null;
        isPrerelease: boolean;
        isDraft: boolean;
      } | null)[];
    } | null;
    defaultBranchRef: {
      target: Record<string, { totalCount: number } | null> | null;
    } | null;
  } | null;
}

/** Names of variables and aliases are ours; what they stand for goes as variables. */
function insightsQuery(): string {
  const weeks = Array.from({ length: WEEKS }, (_, week) => week);
  const variables = [...weeks, WEEKS].map(week => `$t${week}: GitTimestamp!`);
  const history = weeks.map(
    week =>
      `w${week}: history(since: $t${week}, until: $t${
        week + 1
      }) { totalCount }`,
  );
  return `query RepositoryInsights($owner: String!, $name: String!, ${variables.join(
    ', ',
  )}) {
  repository(owner: $owner, name: $name) {
    pushedAt
    stargazerCount
    licenseInfo { name }
    issues(states: OPEN) { totalCount }
    languages(first: 30, orderBy: { field: SIZE, direction: DESC }) { totalSize edges { size node { name } } }
    releases(first: 30, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { tagName name url author { login } publishedAt isPrerelease isDraft }
    }
    defaultBranchRef { target { ... on Commit { ${history.join(' ')} } } }
  }
}`;
}

/** Languages, releases, commits by week and what a repository says of itself, in one request. */
export function historyQuestion(options: {
  place: Place;
  github: GithubService;
  ask: AskGraphql;
  now: () => Date;
}): Question<HistoryInsights> {
  const { place, github, ask, now } = options;
  return {
    place,
    what: 'insights',
    topics: ['code', 'releases', 'repository'],
    events: ['push', 'release', 'repository'],
    freshForMs: 6 * 60 * 60_000,
    async load() {
      const { host, owner, name, url } = place;
      const times = weekBounds(now());
      const answer = await ask<Raw>({
        ...{ host, owner, query: insightsQuery() },
        variables: {
          ...{ owner, name },
          ...Object.fromEntries(times.map((time, week) => [`t${week}`, time])),
        },
      });
      if (answer === 'too-much') throw tooMuch(place.key);
      const raw = answer.data.repository;
      if (!raw) {
        return {
          state: 'refused',
          reason: `GitHub shows no ${owner}/${name} to the portal's credential`,
        };
      }
      return {
        state: 'answered',
        lacks: await lacksOf({ errors: answer.errors, github, url }),
        value: { ...toInsights(raw), weeks: weeksOf(raw, times) },
      };
    },
  };
}

function toInsights(
  raw: NonNullable<Raw['repository']>,
): Omit<HistoryInsights, 'weeks'> {
  const { totalSize = 0, edges = [] } = raw.languages ?? {};
  return {
    languages: edges.flatMap(edge =>
      edge
        ? [
            {
              name: edge.node.name,
              bytes: edge.size,
              share: totalSize > 0 ? edge.size / totalSize : 0,
            },
          ]
        : [],
    ),
    releases: (raw.releases?.nodes ?? []).flatMap(release =>
      release
        ? [
            {
              tag: release.tagName,
              name: release.name || release.tagName,
              url: release.url,
              author: release.author?.login ?? null,
              publishedAt: release.publishedAt,
              isPrerelease: release.isPrerelease,
              isDraft: release.isDraft,
            },
          ]
        : [],
    ),
    pushedAt: raw.pushedAt,
    openIssues: raw.issues?.totalCount ?? 0,
    stars: raw.stargazerCount,
    license: raw.licenseInfo?.name ?? null,
  };
}

function weeksOf(
  raw: NonNullable<Raw['repository']>,
  times: string[],
): Insights['weeks'] {
  const counts = raw.defaultBranchRef?.target ?? {};
  return times.slice(0, WEEKS).map((time, week) => ({
    from: time.slice(0, 10),
    commits: counts[`w${week}`]?.totalCount ?? 0,
  }));
}

/** The beginnings of 52 weeks and the end of the last, which is the one that runs. Weeks begin on Monday, in UTC. */
function weekBounds(now: Date): string[] {
  const day = Date.UTC(
    now.getUTCFullYear(),
    now.getUTCMonth(),
    now.getUTCDate(),
  );
  const monday = day - ((now.getUTCDay() + 6) % 7) * 24 * 60 * 60 * 1000;
  return Array.from({ length: WEEKS + 1 }, (_, week) =>
    new Date(monday + (week - WEEKS + 1) * WEEK_MS).toISOString(),
  );
}
