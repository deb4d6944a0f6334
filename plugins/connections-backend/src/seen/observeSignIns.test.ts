import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { fingerprintOf } from '@callboard/plugin-github-node';
import express from 'express';
import request from 'supertest';
import { createObservedSignIns } from './createObservedSignIns';
import { observedSignInsServiceRef } from './observedSignInsServiceRef';
import { observeSignIns } from './observeSignIns';

const FRAME = '/api/auth/github/handler/frame';
const HOUR_MS = 60 * 60 * 1000;

/** As Backstage encodes it. */
const stateWith = (nonce: string) =>
  Buffer.from(
    new URLSearchParams({ nonce, env: 'production' }).toString(),
  ).toString('hex');

describe('observeSignIns', () => {
  let time = Date.parse('2026-11-26T10:00:00Z');

  async function start() {
    const { middleware, service } = observeSignIns({
      now: () => new Date(time),
    });
    const app = express();
    app.use(middleware, (_request, response) => {
      response.send('the portal answers');
    });
    const observed = await ServiceFactoryTester.from(service, {
      dependencies: [
        mockServices.rootConfig.factory({
          data: {
            auth: { providers: { github: {}, microsoft: {} } },
          },
        }),
      ],
    }).getSubject();
    return {
      list: (provider = 'github') => observed.list(provider),
      arrive: (path: string, cookie?: string) => {
        const arriving = request(app).get(path);
        return cookie ? arriving.set('cookie', cookie) : arriving;
      },
    };
  }
  const cookie = `other=1; github-nonce=${encodeURIComponent('n+o/n=')}`;
  const state = stateWith('n+o/n=');

  it('notes a refusal and the path on which it came, with a slash at the end too', async () => {
    const { arrive, list } = await start();
    const answer = await arrive(
      `${FRAME}/?error=redirect_uri_mismatch&state=${state}`,
      cookie,
    );
    expect(answer.text).toBe('the portal answers');
    for (const _ of ['arrives', 'is loaded again']) {
      await arrive(
        `${FRAME}?code=secret-code&state=${stateWith('second')}`,
        'github-nonce=second',
      );
    }
    expect(list()).toEqual([
      {
        provider: 'github',
        flow: fingerprintOf('second'),
        path: FRAME,
        at: '2026-11-26T10:00:00.000Z',
      },
      {
        provider: 'github',
        flow: fingerprintOf('n+o/n='),
        path: `${FRAME}/`,
        error: 'redirect_uri_mismatch',
        at: '2026-11-26T10:00:00.000Z',
      },
    ]);
    expect(list('gitlab')).toEqual([]);
  });

  it('notes nothing of providers that are not configured, however many somebody makes up', async () => {
    const { arrive, list } = await start();
    for (let count = 0; count < 60; count++) {
      await arrive(
        `/api/auth/made-up-${count}/handler/frame?error=redirect_uri_mismatch&state=${state}`,
        `made-up-${count}-nonce=${encodeURIComponent('n+o/n=')}`,
      );
    }
    expect(list('made-up-0')).toEqual([]);
    await arrive(
      `/api/auth/microsoft/handler/frame?code=a&state=${state}`,
      `microsoft-nonce=${encodeURIComponent('n+o/n=')}`,
    );
    expect(list('microsoft')).toHaveLength(1);
  });

  it.each([
    ['no cookie', `${FRAME}?error=redirect_uri_mismatch&state=${state}`, ''],
    ['no state', `${FRAME}?error=redirect_uri_mismatch`, cookie],
    [
      'the state of another',
      `${FRAME}?error=redirect_uri_mismatch&state=${stateWith('other')}`,
      cookie,
    ],
    ['another path', `/api/auth/github/refresh?state=${state}`, cookie],
    ['a damaged cookie', `${FRAME}?state=${state}`, 'github-nonce=%E0%A4%A'],
  ])('notes nothing of a request with %s', async (_title, path, sent) => {
    const { arrive, list } = await start();
    expect((await arrive(path, sent)).text).toBe('the portal answers');
    expect(list()).toEqual([]);
  });

  it('has nothing when it is not part of the backend', async () => {
    const subject = await ServiceFactoryTester.from(
      createServiceFactory({
        service: coreServices.rootLifecycle,
        deps: {},
        factory: () => ({} as never),
      }),
    ).getService(observedSignInsServiceRef);
    expect(subject.list('github')).toEqual([]);
  });

  it('forgets after a day, and keeps no more than a hundred', () => {
    time = Date.parse('2026-11-26T10:00:00Z');
    const observed = createObservedSignIns({
      now: () => new Date(time),
      providers: () => ['github'],
    });
    for (let count = 0; count < 150; count++) {
      observed.record({ provider: 'github', flow: `${count}`, path: FRAME });
    }
    expect(observed.list('github')).toHaveLength(100);
    time += 24 * HOUR_MS;
    expect(observed.list('github')).toEqual([]);
  });
});
