import type { LoggedRequest } from '../core/requests/RequestLog';
import { createRequestLog } from './createRequestLog';

const request: Omit<LoggedRequest, 'id'> = {
  at: '2026-01-01T00:00:00.000Z',
  method: 'GET',
  path: '/zen',
  route: 'GET /zen',
  credential: { kind: 'none' },
  status: 200,
  durationMs: 1,
  bytes: 10,
  userAgent: undefined,
  notModified: false,
};

it('keeps the last ones and counts all', () => {
  const log = createRequestLog({ limit: 10 });
  for (let number = 1; number <= 25; number += 1) log.add(request);
  expect(log.all().map(({ id }) => id)).toEqual([
    16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
  ]);
  expect(log.count()).toBe(25);
});

it('goes on with its numbers after it was cleared', () => {
  const log = createRequestLog();
  log.add(request);
  log.clear();
  log.add(request);
  expect(log.all().map(({ id }) => id)).toEqual([2]);
  expect(log.count()).toBe(1);
});
