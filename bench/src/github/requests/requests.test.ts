import { CONTENTS, countRequests, GRAPHQL } from './countRequests';
import { quietCycle } from './quietCycle';

let lastId = 0;
const request = (route: string, second = 0, path = '/') => ({
  id: (lastId += 1),
  at: new Date(second * 1000).toISOString(),
  route,
  path,
  bytes: 10,
});
const file = (name: string, second = 0) => request(CONTENTS, second, name);

it('counts requests by what they are for', () => {
  expect(
    countRequests([
      request('GET /app/installations'),
      request('POST /app/installations/{installation_id}/access_tokens'),
      request(GRAPHQL),
      request(GRAPHQL),
      file('a'),
    ]),
  ).toEqual({ all: 5, graphql: 2, contents: 1, tokensMinted: 1, bytes: 50 });
});

describe('a quiet cycle', () => {
  const run = [60, 61, 62].map(second => request(GRAPHQL, second));
  const at = (second: number) => new Date(second * 1000);

  it('counts one run of the providers and one look at each file', () => {
    const requests = [
      ...run,
      file('a', 70),
      file('b', 71),
      request('GET /app/installations', 72),
      file('a', 100),
      // A second run.
      request(GRAPHQL, 180),
      request(GRAPHQL, 181),
    ];
    expect(quietCycle({ requests, files: 2, now: at(181) })).toEqual({
      outcome: 'complete',
      requests: 3 + 2 + 1,
    });
  });

  it('is not over before each file was looked at', () => {
    expect(
      quietCycle({ requests: [...run, file('a')], files: 2, now: at(100) }),
    ).toEqual({ outcome: 'going-on', missing: '1 files' });
  });

  it('is not over before the providers are', () => {
    const requests = [file('a', 50), ...run];
    const look = (second: number) =>
      quietCycle({ requests, files: 1, now: at(second) });
    expect(look(65)).toEqual({
      outcome: 'going-on',
      missing: 'a run of the providers',
    });
    expect(look(73)).toEqual({ outcome: 'complete', requests: 4 });
  });

  it('is not over before the providers have begun', () => {
    expect(
      quietCycle({ requests: [file('a')], files: 1, now: at(500) }),
    ).toMatchObject({ outcome: 'going-on' });
  });
});
