import { NotFoundError } from '@backstage/errors';
import type { Entity } from '@backstage/catalog-model';
import type {
  AlertCounts,
  Answer,
  GroupSummary,
  RepositorySummary,
} from '@callboard/plugin-github-common';
import type { Caller } from '../access/openEntity';
import type { ActivityParts } from '../ActivityParts';
import { type Brief, briefQuestion } from './brief/Brief';
import { loadBriefs } from './brief/loadBriefs';
import {
  describedRepositories,
  type DescribedRepository,
} from './describedRepositories';
import { groupsBelow } from './groupsBelow';
import { mayReadAlerts } from './mayReadAlerts';
import { ownedComponents } from './ownedComponents';

const MOST = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How the components of a group are doing, of those that the caller may see. Throws `NotFoundError` where there is no such group. */
export async function readSummary(options: {
  parts: ActivityParts;
  credentials: Caller;
  groupRef: string;
  /** Whether groups below count. */
  children: boolean;
}): Promise<GroupSummary> {
  const { parts, credentials, groupRef, children } = options;
  const { catalog, now } = parts;
  const group = await catalog.getEntityByRef(groupRef, { credentials });
  if (!group) throw new NotFoundError(`There is no group ${groupRef}`);
  const ownerRefs = children
    ? await groupsBelow({ catalog, credentials, group })
    : [groupRef];
  const { entities, total } = await ownedComponents({
    ...{ catalog, credentials, ownerRefs },
    most: MOST,
  });
  const { repositories, omitted } = await describedRepositories({
    ...{ parts, entities },
  });
  const [answers, mayAlerts] = await Promise.all([
    readBriefs({ parts, repositories }),
    mayReadAlerts({
      ...{ permissions: parts.permissions, credentials },
      entityRefs: repositories.flatMap(({ ownRefs }) => ownRefs),
    }),
  ]);
  const rows = repositories.flatMap((repository, index) => {
    const answer = answers[index];
    return answer.state === 'answered'
      ? [toRow({ repository, answer, mayAlerts, now: now() })]
      : [];
  });
  return {
    repositories: rows.sort(byNeed),
    totals: totalsOf(rows),
    omitted: omitted + (total - entities.length) + answers.length - rows.length,
    ...ageOf(answers, now()),
  };
}

/** A brief of each, in their order, in as few requests as can be. */
export async function readBriefs(options: {
  parts: Pick<ActivityParts, 'answers' | 'github' | 'ask'>;
  repositories: DescribedRepository[];
}): Promise<Answer<Brief>[]> {
  const { parts, repositories } = options;
  return await parts.answers.askAll({
    questions: repositories.map(({ place }) => briefQuestion(place)),
    loadAll: questions => loadBriefs({ ...parts, questions }),
  });
}

/** When the oldest of the answers was given, and why one could not be asked again. */
export function ageOf(
  answers: Answer<unknown>[],
  now: Date,
): Pick<GroupSummary, 'askedAt' | 'outdated'> {
  const answered = answers.flatMap(answer =>
    answer.state === 'answered' ? [answer] : [],
  );
  const times = answered.map(({ askedAt }) => askedAt).sort();
  const outdated = answered.find(answer => answer.outdated)?.outdated;
  return {
    askedAt: times[0] ?? now.toISOString(),
    ...(outdated && { outdated }),
  };
}

function toRow(options: {
  repository: DescribedRepository;
  answer: Extract<Answer<Brief>, { state: 'answered' }>;
  mayAlerts: Set<string>;
  now: Date;
}): RepositorySummary {
  const { repository, answer, mayAlerts, now } = options;
  const { place, entities, entityRefs, ownRefs } = repository;
  const { ci, pulls, alerts } = answer.value;
  const showsAlerts = ownRefs.some(ref => mayAlerts.has(ref));
  const { open, waiting, oldestAt } = pulls;
  return {
    entityRef: entityRefs[0],
    title: titleOf(entities[0]),
    repository: `${place.owner}/${place.name}`,
    url: place.url,
    ...(ci && { ci }),
    pulls: {
      ...{ open, waiting },
      ...(oldestAt && {
        oldestDays: Math.floor((now.getTime() - Date.parse(oldestAt)) / DAY_MS),
      }),
    },
    ...(alerts && showsAlerts && { alerts }),
    lacks: answer.lacks.filter(
      ({ permission }) => showsAlerts || permission !== 'vulnerability_alerts',
    ),
  };
}

export function titleOf({ metadata }: Entity): string {
  return metadata.title ?? metadata.name;
}

function totalsOf(rows: RepositorySummary[]): GroupSummary['totals'] {
  const alerts: AlertCounts = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const row of rows) {
    for (const severity of Object.keys(alerts) as (keyof AlertCounts)[]) {
      alerts[severity] += row.alerts?.[severity] ?? 0;
    }
  }
  const sum = (of: (row: RepositorySummary) => number) =>
    rows.reduce((all, row) => all + of(row), 0);
  return {
    repositories: rows.length,
    failing: rows.filter(({ ci }) => ci?.state === 'failure').length,
    open: sum(({ pulls }) => pulls.open),
    waiting: sum(({ pulls }) => pulls.waiting),
    alerts,
  };
}

function byNeed(one: RepositorySummary, other: RepositorySummary): number {
  const weight = ({ ci, alerts, pulls }: RepositorySummary) => [
    ci?.state === 'failure' ? 1 : 0,
    (alerts?.critical ?? 0) * 1000 + (alerts?.high ?? 0),
    pulls.waiting,
    pulls.open,
  ];
  const [mine, others] = [weight(one), weight(other)];
  const index = mine.findIndex((value, each) => value !== others[each]);
  return index < 0
    ? one.title.localeCompare(other.title)
    : others[index] - mine[index];
}
