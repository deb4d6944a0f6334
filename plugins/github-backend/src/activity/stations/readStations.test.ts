import type { Answer, RunBrief, Runs } from '@callboard/plugin-github-common';
import type { AboutRepository } from '../access/aboutRepository';
import { readStations } from './readStations';

const about = {
  owner: 'acme',
  name: 'new',
  url: 'https://github.com/acme/new',
  defaultBranch: 'main',
  createdAt: '2026-11-27T10:00:00Z',
} as AboutRepository;
const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'new',
    annotations: { 'callboard/seen-at': '2026-11-27T10:00:05Z' },
  },
};
const run = (more: Partial<RunBrief>): RunBrief =>
  ({
    id: 1,
    workflow: 'CI',
    branch: 'main',
    status: 'completed',
    conclusion: 'success',
    startedAt: '2026-11-27T10:00:10Z',
    updatedAt: '2026-11-27T10:01:00Z',
    url: 'https://github.com/acme/new/actions/runs/1',
    ...more,
  } as RunBrief);
const runsOf = (...runs: RunBrief[]): Answer<Runs> => ({
  ...{ state: 'answered', askedAt: about.createdAt, fresh: 'events' },
  ...{ lacks: [], value: { runs, total: runs.length } },
});
const read = (
  more: Partial<Parameters<typeof readStations>[0]> & { runs: Answer<Runs> },
) => {
  const { state, steps, doneAt } = readStations({
    ...{ entity, about, docs: { state: 'waiting', link: '/docs/a' } },
    hasWorkflows: true,
    ...more,
  });
  const states = steps.map(step => step.state).join(' ');
  return { state, states, ...(doneAt && { doneAt }) };
};

it.each([
  [runsOf(), 'under-way', 'done done waiting waiting waiting'],
  [
    runsOf(run({ status: 'in_progress', conclusion: null })),
    ...['under-way', 'done done waiting running waiting'],
  ],
  [
    runsOf(run({ conclusion: 'failure' })),
    ...['stuck', 'done done waiting done failed'],
  ],
  // A later one may be green.
  [
    runsOf(run({ id: 2, startedAt: '2026-11-27T11:00:00Z' }), run({})),
    ...['under-way', 'done done waiting done done'],
  ],
  // Of other branches nothing counts.
  [
    runsOf(run({ branch: 'feature' })),
    ...['under-way', 'done done waiting waiting waiting'],
  ],
])('%#', (runs, state, states) => {
  expect(read({ runs: runs as Answer<Runs> })).toMatchObject({ state, states });
});

it('is done when everything is that there is', () => {
  expect(read({ runs: runsOf(run({})), docs: { state: 'none' } })).toEqual({
    state: 'done',
    states: 'done done none done done',
    doneAt: '2026-11-27T10:01:00Z',
  });
  expect(
    read({
      runs: runsOf(),
      hasWorkflows: false,
      docs: { state: 'built', link: '/docs/a', at: '2026-11-27T10:02:00Z' },
    }),
  ).toMatchObject({ state: 'done', states: 'done done done none none' });
});
