import { ServiceUnavailableError } from '@backstage/errors';
import {
  waitsForReview,
  type AlertCounts,
  type Lack,
} from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import type { GraphqlError } from '../../../github/graphql/GraphqlAnswer';
import { errorsBelow } from '../../../github/graphql/errorsBelow';
import type { LoadedEach } from '../../answers/Answers';
import { type AskGraphql, tooMuch } from '../../answers/createAsker';
import { lacksOf } from '../../answers/lacksOf';
import type { Question } from '../../answers/Question';
import {
  ROLLUP_FIELDS,
  type RawPull,
  type RawRollup,
} from '../../pulls/pullFields';
import { toDecision } from '../../pulls/toDecision';
import { toChecks } from '../../pulls/toChecks';
import { readSeverity } from '../../security/alertOrder';
import type { Brief } from './Brief';

const MOST_AT_ONCE = 20;

const FIELDS = `
  pullRequests(states: OPEN, first: 100, orderBy: { field: CREATED_AT, direction: ASC }) {
    totalCount nodes { createdAt isDraft reviewDecision reviewRequests(first: 1) { totalCount } }
  }
  defaultBranchRef { name target { ... on Commit { statusCheckRollup { ${ROLLUP_FIELDS} } } } }
  vulnerabilityAlerts(first: 100, states: OPEN) { nodes { securityVulnerability { severity } } }
`;

interface RawBrief {
  pullRequests: {
    totalCount: number;
    nodes: ({
      createdAt: string;
      isDraft: boolean;
      reviewDecision: RawPull['reviewDecision'];
      reviewRequests: { totalCount: number } | null;
    } | null)[];
  } | null;
  defaultBranchRef: {
    name: string;
    target: { statusCheckRollup?: RawRollup | null } | null;
  } | null;
  vulnerabilityAlerts: {
    nodes: ({ securityVulnerability: { severity: string } | null } | null)[];
  } | null;
}

interface Parts {
  github: GithubService;
  ask: AskGraphql;
}

/** Asks about many repositories, up to twenty of an owner in a request; in halves where that is too much for GitHub. */
export async function loadBriefs(
  options: Parts & { questions: Question<Brief>[] },
): Promise<LoadedEach<Brief>[]> {
  const { questions } = options;
  const results = new Map<Question<Brief>, LoadedEach<Brief>>();
  const byOwner = new Map<string, Question<Brief>[]>();
  for (const question of questions) {
    const { host, owner } = question.place;
    const key = `${host}/${owner.toLowerCase()}`;
    byOwner.set(key, [...(byOwner.get(key) ?? []), question]);
  }
  for (const group of byOwner.values()) {
    for (let from = 0; from < group.length; from += MOST_AT_ONCE) {
      const some = group.slice(from, from + MOST_AT_ONCE);
      const loaded = await loadSome({ ...options, questions: some });
      some.forEach((question, index) => results.set(question, loaded[index]));
    }
  }
  return questions.map(question => results.get(question)!);
}

async function loadSome(
  options: Parts & { questions: Question<Brief>[] },
): Promise<LoadedEach<Brief>[]> {
  const { questions, ask, github } = options;
  const [{ place }] = questions;
  let answer;
  try {
    answer = await ask<Record<string, RawBrief | null>>({
      host: place.host,
      owner: place.owner,
      query: briefsQuery(questions.length),
      variables: Object.fromEntries(
        questions.flatMap((question, index) => [
          [`o${index}`, question.place.owner],
          [`n${index}`, question.place.name],
        ]),
      ),
    });
  } catch (error) {
    return questions.map(() => ({ outcome: 'failed', error }));
  }
  if (answer === 'too-much') {
    if (questions.length === 1) {
      return [{ outcome: 'failed', error: tooMuch(place.key) }];
    }
    const half = Math.ceil(questions.length / 2);
    return [
      ...(await loadSome({ ...options, questions: questions.slice(0, half) })),
      ...(await loadSome({ ...options, questions: questions.slice(half) })),
    ];
  }
  const { data, errors } = answer;
  // Of one installation all lack the same, so that this is found out once.
  const lacks = await lacksOf({ errors, github, url: place.url });
  return questions.map((_, index) =>
    toResult({ raw: data[`r${index}`], errors, lacks, index }),
  );
}

function briefsQuery(count: number): string {
  const each = Array.from({ length: count }, (_, index) => index);
  return `query RepositoryBriefs(${each
    .map(index => `$o${index}: String!, $n${index}: String!`)
    .join(', ')}) {
  ${each
    .map(
      index =>
        `r${index}: repository(owner: $o${index}, name: $n${index}) { ...Brief }`,
    )
    .join('\n  ')}
}
fragment Brief on Repository {${FIELDS}}`;
}

function toResult(options: {
  raw: RawBrief | null | undefined;
  errors: GraphqlError[];
  lacks: Lack[];
  index: number;
}): LoadedEach<Brief> {
  const { raw, errors, lacks, index } = options;
  const own = errorsBelow(errors, [`r${index}`]);
  if (!raw) {
    const message = own[0]?.message ?? 'GitHub left it out';
    const isHidden =
      own.length === 0 ||
      own.some(({ type }) => type === 'NOT_FOUND' || type === 'FORBIDDEN');
    // As REST would say it; what was only a passing fault leaves the answer from before.
    const error = isHidden
      ? Object.assign(new Error(message), { status: 404 })
      : new ServiceUnavailableError(message);
    return { outcome: 'failed', error };
  }
  const isMissing = (field: string) =>
    own.some(({ path }) => path.includes(field));
  const { pullRequests, defaultBranchRef, vulnerabilityAlerts } = raw;
  const nodes = (pullRequests?.nodes ?? []).flatMap(node => node ?? []);
  const rollup = defaultBranchRef?.target?.statusCheckRollup ?? null;
  const alerts =
    vulnerabilityAlerts && !isMissing('vulnerabilityAlerts')
      ? countAlerts(vulnerabilityAlerts.nodes)
      : undefined;
  return {
    outcome: 'loaded',
    lacks: own.length > 0 ? lacks : [],
    value: {
      ...(defaultBranchRef && { branch: defaultBranchRef.name }),
      ...(!isMissing('statusCheckRollup') && { ci: toChecks(rollup) }),
      pulls: {
        open: pullRequests?.totalCount ?? 0,
        waiting: nodes.filter(({ isDraft, reviewDecision, reviewRequests }) =>
          waitsForReview({
            isDraft,
            decision: toDecision(reviewDecision),
            asked: reviewRequests?.totalCount ?? 0,
          }),
        ).length,
        ...(nodes[0] && { oldestAt: nodes[0].createdAt }),
      },
      ...(alerts && { alerts }),
    },
  };
}

function countAlerts(
  nodes: NonNullable<RawBrief['vulnerabilityAlerts']>['nodes'],
): AlertCounts {
  const counts: AlertCounts = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const node of nodes) {
    const severity = node?.securityVulnerability?.severity.toLowerCase();
    if (severity) counts[readSeverity(severity)] += 1;
  }
  return counts;
}
