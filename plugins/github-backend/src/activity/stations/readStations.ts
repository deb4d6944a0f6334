import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_SEEN_AT,
  type Answer,
  type RunBrief,
  type Runs,
  type Station,
  type Stations,
} from '@callboard/plugin-github-common';
import type { AboutRepository } from '../access/aboutRepository';
import type { DocsState } from './readDocsState';

const RED = new Set(['failure', 'timed_out', 'startup_failure', 'cancelled']);

/**
 * How far a new service has come, from what is known of it. A build is the first of the default branch; it may fail and be made green by a
 * later one.
 */
export function readStations(options: {
  entity: Entity;
  about: AboutRepository;
  docs: DocsState;
  runs: Answer<Runs>;
  /** Whether there are workflows; undefined: it is not known. */
  hasWorkflows?: boolean;
}): Stations {
  const { entity, about, docs, runs, hasWorkflows } = options;
  const seenAt = entity.metadata.annotations?.[ANNOTATION_SEEN_AT];
  const steps: Station[] = [
    {
      ...{ id: 'repository', state: 'done', at: about.createdAt },
      words: `${about.owner}/${about.name} was made`,
      link: about.url,
    },
    {
      ...{ id: 'registered', state: 'done' },
      ...(seenAt && { at: seenAt }),
      words: 'It is in the catalog',
    },
    docsStation(docs),
    ...buildStations({ about, runs, hasWorkflows }),
  ];
  const isOver = steps.every(
    ({ state }) => state === 'done' || state === 'none',
  );
  const isStuck = steps.some(({ state }) => state === 'failed');
  const open = isStuck ? 'stuck' : 'under-way';
  const times = steps.flatMap(({ at }) => (at ? [at] : [])).sort();
  return {
    state: isOver ? 'done' : open,
    steps,
    createdAt: about.createdAt,
    ...(isOver && { doneAt: times[times.length - 1] }),
  };
}

function docsStation(docs: DocsState): Station {
  switch (docs.state) {
    case 'built':
      return {
        ...{ id: 'docs', state: 'done', words: 'The documentation is built' },
        ...(docs.at && { at: docs.at }),
        link: docs.link,
      };
    case 'waiting':
      return {
        ...{ id: 'docs', state: 'waiting', link: docs.link },
        words: 'The documentation is built when it is first opened',
      };
    default:
      return {
        ...{ id: 'docs', state: 'none', words: 'It has no documentation' },
      };
  }
}

function buildStations(options: {
  about: AboutRepository;
  runs: Answer<Runs>;
  hasWorkflows?: boolean;
}): Station[] {
  const { about, runs, hasWorkflows } = options;
  const both = (state: Station['state'], words: string): Station[] => [
    { id: 'build', state, words },
    { id: 'green', state, words },
  ];
  if (runs.state !== 'answered') return both('none', runs.reason);
  const branch = about.defaultBranch;
  const builds = runs.value.runs
    .filter(run => run.branch === branch)
    .sort((one, other) => one.startedAt.localeCompare(other.startedAt));
  const [first] = builds;
  if (!first) {
    return hasWorkflows === false
      ? both('none', 'It has no workflows')
      : both('waiting', `No build of ${branch} has begun`);
  }
  const green = builds.find(({ conclusion }) => conclusion === 'success');
  const last = builds[builds.length - 1];
  return [
    {
      id: 'build',
      state: first.status === 'completed' ? 'done' : 'running',
      at: first.startedAt,
      words:
        first.status === 'completed'
          ? `The first build of ${branch} is over`
          : `The first build of ${branch} is ${wordsOf(first)}`,
      link: first.url,
    },
    greenStation({ branch, green, last }),
  ];
}

function greenStation(options: {
  branch: string;
  green: RunBrief | undefined;
  last: RunBrief;
}): Station {
  const { branch, green, last } = options;
  if (green) {
    return {
      ...{ id: 'green', state: 'done', at: green.updatedAt },
      words: `${branch} is green`,
      link: green.url,
    };
  }
  const isRed = last.conclusion !== null && RED.has(last.conclusion);
  return {
    id: 'green',
    state: isRed ? 'failed' : 'waiting',
    words: isRed
      ? `${last.workflow || 'The build'} of ${branch} failed`
      : 'It is not green yet',
    link: last.url,
  };
}

function wordsOf({ status }: RunBrief): string {
  return status === 'in_progress' ? 'running' : 'waiting for its turn';
}
