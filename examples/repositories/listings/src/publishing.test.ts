import assert from 'node:assert/strict';
import test from 'node:test';
import { problemsOf } from './publishing.ts';

const now = new Date('2026-11-01T12:00:00Z');
const draft = {
  seatMapFinished: true,
  unpricedPlaces: 0,
  saleBegins: new Date('2026-11-01T14:00:00Z'),
  accountVerified: true,
};

test('a complete draft can be published', () => {
  assert.deepEqual(problemsOf(draft, now), []);
});

test('a sale begins an hour from now at the earliest', () => {
  const saleBegins = new Date('2026-11-01T12:30:00Z');
  assert.deepEqual(problemsOf({ ...draft, saleBegins }, now), [
    'sale-too-soon',
  ]);
});
