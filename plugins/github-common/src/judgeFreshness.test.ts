import { judgeFreshness } from './judgeFreshness';
import type { OrganisationStatus } from './MirrorStatus';

const NOW = new Date('2026-11-26T10:00:00Z');
const minutesAgo = (minutes: number) =>
  new Date(NOW.getTime() - minutes * 60_000).toISOString();

const judge = (change: Partial<OrganisationStatus>) =>
  judgeFreshness({
    now: NOW,
    status: {
      host: 'github.com',
      organisation: 'acme',
      sources: ['acme'],
      repositories: 120,
      mirrored: 118,
      lastFullAt: minutesAgo(300),
      lastIncrementalAt: minutesAgo(3),
      nextIncrementalAt: minutesAgo(-2),
      eventsInLastHour: 12,
      targetLagMs: 2_000,
      queued: 0,
      ...change,
    },
  });

it('finds nothing where all is well, also a moment after a run was due', () => {
  expect(judge({})).toEqual([]);
  expect(judge({ nextIncrementalAt: minutesAgo(9) })).toEqual([]);
  expect(judge({ lag: { p50: 300, p99: 1_900, samples: 90 } })).toEqual([]);
});

it('says what failed, and what to do about it', () => {
  const problem = { at: minutesAgo(2), message: 'GitHub answers with 502' };
  expect(judge({ problem })).toMatchObject([
    {
      kind: 'failing',
      severity: 'fail',
      cause:
        'The last reading of repositories failed: GitHub answers with 502.',
      remedy: expect.stringContaining('Nothing was removed'),
    },
  ]);
  expect(
    judge({ peopleProblem: { ...problem, remedy: 'Install the App again' } }),
  ).toMatchObject([
    {
      cause: expect.stringContaining('people and teams failed'),
      remedy: 'Install the App again.',
    },
  ]);
});

it('notices that runs stay away, and does not say so twice of one that fails', () => {
  const late = {
    lastIncrementalAt: minutesAgo(95),
    nextIncrementalAt: minutesAgo(90),
  };
  expect(judge(late)).toMatchObject([
    {
      kind: 'stopped',
      severity: 'fail',
      cause: 'The last run was 2 hours ago; the next one is late by 2 hours.',
    },
  ]);
  expect(
    judge({ ...late, problem: { at: minutesAgo(1), message: 'no' } }),
  ).toMatchObject([{ kind: 'failing' }]);
});

it('gives a long schedule as much time again', () => {
  const daily = {
    lastFullAt: undefined,
    lastIncrementalAt: minutesAgo(40 * 60),
  };
  expect(judge({ ...daily, nextIncrementalAt: minutesAgo(16 * 60) })).toEqual(
    [],
  );
  expect(
    judge({
      ...daily,
      lastIncrementalAt: minutesAgo(50 * 60),
      nextIncrementalAt: minutesAgo(26 * 60),
    }),
  ).toMatchObject([{ kind: 'stopped' }]);
});

it('warns of what has never been read, unless only its people are', () => {
  const never = { lastFullAt: undefined, lastIncrementalAt: undefined };
  expect(judge(never)).toMatchObject([{ kind: 'never', severity: 'warn' }]);
  expect(judge({ ...never, sources: [] })).toEqual([]);
});

it.each([
  [
    'half of the changes are late',
    { lag: { p50: 190_000, p99: 290_000, samples: 1 }, eventsInLastHour: 0 },
    'Of 1 change in the last hour half took 3 minutes or more',
    'by the schedule alone',
  ],
  [
    'the slowest of many are late',
    { lag: { p50: 300, p99: 3_210, samples: 20 }, queued: 4 },
    '1 in 100 took 3.2 s or more to get into the catalog; the target is 2 s.',
    '4 repositories wait',
  ],
  [
    'nothing tells why',
    { lag: { p50: 2_100, p99: 2_100, samples: 2 } },
    'half took 2.1 s',
    'how long GitHub takes',
  ],
])('warns when %s', (_, change, cause, remedy) => {
  expect(judge(change)).toEqual([
    {
      kind: 'slow',
      severity: 'warn',
      cause: expect.stringContaining(cause),
      remedy: expect.stringContaining(remedy),
    },
  ]);
});

it('does not take one late change of a few for slowness', () => {
  expect(judge({ lag: { p50: 300, p99: 60_000, samples: 19 } })).toEqual([]);
});
