import { applicable } from './applicable';
import type { ImportItem, ImportMode } from './ImportPlan';

const at = '2026-11-26T10:00:00Z';

it.each<[ImportMode, ImportItem['state'], boolean]>([
  ['register', 'inferable', true],
  ['register', 'inferred', false],
  ['register', 'described', false],
  ['register', 'invalid', false],
  ['register', 'left-out', false],
  ['pull-request', 'inferable', true],
  ['pull-request', 'inferred', true],
  ['pull-request', 'described', false],
  ['pull-request', 'invalid', false],
  ['pull-request', 'left-out', false],
])('%s for what is %s: %s', (mode, state, expected) => {
  expect(applicable({ mode, item: { state } })).toBe(expected);
});

it.each<[ImportMode, NonNullable<ImportItem['outcome']>['status'], boolean]>([
  ['register', 'registered', false],
  ['register', 'pull-request', false],
  ['register', 'failed', true],
  ['register', 'skipped', true],
  ['pull-request', 'registered', true],
  ['pull-request', 'pull-request', false],
  ['pull-request', 'failed', true],
])('%s after it ended as %s: %s', (mode, status, expected) => {
  const item = { state: 'inferable' as const, outcome: { status, at } };
  expect(applicable({ mode, item })).toBe(expected);
});
