import type { RequestTrace } from '@callboard/plugin-github-node';
import { spendingOf } from './spendingOf';

const NOW = new Date('2026-11-26T10:00:00Z');

function open() {
  const entry = {
    host: 'github.com',
    credentialId: 'app:github.com:1',
    owner: 'acme',
    resource: 'core',
    plugin: 'catalog',
    at: '2026-11-26T09:30:00Z',
    cost: 1,
  };
  const list = jest.fn(() => [
    entry,
    { ...entry, cost: 0 },
    { ...entry, plugin: 'scaffolder', cost: 5 },
    { ...entry, resource: 'graphql', cost: 3 },
    { ...entry, at: '2026-11-26T08:59:59Z' },
  ]);
  const spenders = jest.fn(() => [
    { ...entry, requests: 7, cost: 4 },
    { ...entry, credentialId: 'none', requests: 9, cost: 9 },
  ]);
  const trace = { list, spenders } as unknown as RequestTrace;
  return { list, spenders, trace };
}
const credential = {
  host: 'github.com',
  credentialId: 'app:github.com:1',
  now: () => NOW,
};

it('tells of one installation from the trace of the last hour, which it reads once for all limits', () => {
  const { list, trace } = open();
  const spentBy = spendingOf({ trace, ...credential, owner: 'acme' });
  expect(spentBy('core')).toEqual([
    { plugin: 'scaffolder', requests: 1, cost: 5 },
    { plugin: 'catalog', requests: 2, cost: 1 },
  ]);
  expect(spentBy('graphql')).toEqual([
    { plugin: 'catalog', requests: 1, cost: 3 },
  ]);
  expect(spentBy('search')).toEqual([]);
  expect(list).toHaveBeenCalledTimes(1);
});

it('tells of a credential from the counts, and of nobody what was anonymous', () => {
  const { list, trace } = open();
  expect(spendingOf({ trace, ...credential })('core')).toEqual([
    { plugin: 'catalog', requests: 7, cost: 4 },
  ]);
  expect(
    spendingOf({ trace, ...credential, credentialId: undefined })('core'),
  ).toEqual([{ plugin: 'catalog', requests: 9, cost: 9 }]);
  expect(list).not.toHaveBeenCalled();
});
