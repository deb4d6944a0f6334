import type { TraceEntry } from '@callboard/plugin-github-node';
import { compareWithTrace } from './compareWithTrace';

const AT = Date.parse('2026-01-01T12:00:00Z');
const received = (path: string, status = 200, seconds = 0) => ({
  at: new Date(AT + seconds * 1000).toISOString(),
  method: 'GET',
  path,
  status,
  userAgent: 'stock',
});
const traced = (path: string, more: Partial<TraceEntry> = {}) =>
  ({
    at: new Date(AT).toISOString(),
    method: 'GET',
    path,
    status: 200,
    plugin: 'catalog',
    via: 'stock',
    waitedMs: 0,
    ...more,
  } as TraceEntry);

it('finds each request once', () => {
  expect(
    compareWithTrace({
      received: [
        received('/zen?a=b'),
        received('/zen'),
        received('/user', 404),
      ],
      traced: [
        traced('/user', { status: 404 }),
        traced('/zen'),
        traced('/zen'),
      ],
    }),
  ).toEqual({ untraced: [], invented: [], unattributed: [] });
});

it('takes the time that the budget held a request back into account', () => {
  const late = [received('/zen', 200, 60)];
  expect(
    compareWithTrace({
      received: late,
      traced: [traced('/zen', { waitedMs: 59_000 })],
    }).untraced,
  ).toEqual([]);
  expect(
    compareWithTrace({ received: late, traced: [traced('/zen')] }),
  ).toEqual({
    untraced: ['GET /zen 200 stock'],
    invented: ['GET /zen 200 stock'],
    unattributed: [],
  });
});

it('tells what is left over, and what nobody is said to have asked', () => {
  expect(
    compareWithTrace({
      received: [received('/zen'), received('/zen'), received('/a', 404)],
      traced: [
        traced('/zen'),
        traced('/a'),
        traced('/b', {
          plugin: 'unknown',
          status: undefined,
          error: 'refused',
        }),
      ],
    }),
  ).toEqual({
    untraced: ['GET /a 404 stock', 'GET /zen 200 stock'],
    invented: ['GET /a 200 stock', 'GET /b refused stock'],
    unattributed: ['GET /b refused stock'],
  });
});
