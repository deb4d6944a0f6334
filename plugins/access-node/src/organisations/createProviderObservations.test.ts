import { createProviderObservations } from './createProviderObservations';
import type { ObservedPeople, ObservedSync } from './ObservedSync';

const AT = new Date('2026-11-26T10:00:00.000Z');
const TASK = 'LdapOrgEntityProvider:default:refresh';

const people = (change: Partial<ObservedPeople> = {}): ObservedPeople => ({
  users: 2,
  groups: 1,
  added: [],
  changed: [],
  removed: [],
  conflicts: [],
  ...change,
});

const mutation = (
  change?: Partial<ObservedPeople>,
  providerName = 'LdapOrgEntityProvider:default',
) => ({ providerName, startedAt: AT, endedAt: AT, people: people(change) });

function open() {
  const observations = createProviderObservations({ now: () => AT });
  const seen: ObservedSync[] = [];
  const stop = observations.subscribe(sync => seen.push(sync));
  return { observations, seen, stop };
}

it('makes one sync of what a provider does and logs in a run', async () => {
  const { observations, seen } = open();
  await observations.run({
    taskId: TASK,
    run: async () => {
      observations.logged({ taskId: TASK, level: 'warn', message: 'odd' });
      observations.logged({ taskId: 'other', level: 'warn', message: 'no' });
      observations.mutated(mutation({ added: ['user:default/grace'] }));
    },
  });
  expect(seen).toEqual([
    {
      providerName: 'LdapOrgEntityProvider:default',
      startedAt: AT,
      endedAt: AT,
      by: 'schedule',
      outcome: 'read',
      people: people({ added: ['user:default/grace'] }),
      notices: [{ level: 'warn', message: 'odd' }],
    },
  ]);
});

it('takes a run that brought nothing for a failure, with the last error of the log', async () => {
  const { observations, seen } = open();
  await observations.run({
    taskId: TASK,
    run: async () => {
      observations.logged({ taskId: TASK, level: 'error', message: 'refused' });
    },
  });
  expect(seen).toMatchObject([
    { outcome: 'failed', error: 'refused', notices: [] },
  ]);
});

it('hands an error of the task on, and says nothing of tasks that are none of a provider', async () => {
  const { observations, seen } = open();
  const fail = async () => {
    throw new Error('away');
  };
  await expect(observations.run({ taskId: TASK, run: fail })).rejects.toThrow(
    'away',
  );
  await observations.run({ taskId: 'cleanup', run: async () => {} });
  expect(seen).toMatchObject([{ outcome: 'failed' }]);
});

it('reports what a provider does outside of a run by itself, where it changes people', async () => {
  const { observations, seen } = open();
  let late = () => {};
  await observations.run({
    taskId: TASK,
    run: async () => {
      observations.mutated(mutation());
      // Something that the run has left behind.
      late = () => observations.mutated(mutation({ removed: ['user:a/b'] }));
    },
  });
  late();
  observations.mutated(mutation());
  observations.mutated(mutation({ changed: ['group:a/b'] }, 'other'));
  expect(seen.map(({ providerName, by }) => `${providerName} ${by}`)).toEqual([
    'LdapOrgEntityProvider:default schedule',
    'LdapOrgEntityProvider:default event',
    'other event',
  ]);
});

it('keeps what is reported before somebody listens, and forgets the oldest', () => {
  const observations = createProviderObservations({ now: () => AT });
  for (let i = 0; i < 120; i++) {
    observations.mutated(mutation({ added: [`user:default/u${i}`] }));
  }
  const seen: ObservedSync[] = [];
  observations.subscribe(sync => seen.push(sync))();
  expect(seen).toHaveLength(100);
  expect(seen[0].people?.added).toEqual(['user:default/u20']);
});

it('adds several mutations of a run up', async () => {
  const { observations, seen } = open();
  await observations.run({
    taskId: TASK,
    run: async () => {
      observations.mutated(mutation({ removed: ['user:a/x', 'user:a/y'] }));
      observations.mutated(
        mutation({ added: ['user:a/x', 'user:a/z'], users: 7 }),
      );
      observations.mutated(
        mutation({ removed: ['user:a/z'], changed: ['user:a/w'], users: 6 }),
      );
    },
  });
  expect(seen[0].people).toEqual({
    users: 6,
    groups: 1,
    added: [],
    changed: ['user:a/x', 'user:a/w'],
    removed: ['user:a/y'],
    conflicts: [],
  });
});
