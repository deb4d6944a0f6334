import { createHmac } from 'node:crypto';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import type { RepositoryHint } from '../sync/RepositoryHint';
import { createHintsRouter } from './createHintsRouter';

const SECRET = 'a-secret-of-hooks-and-portal';
const COMMIT = 'c'.repeat(40);

function open(options: { secrets?: string[]; hosts?: string[] } = {}) {
  const { secrets = [SECRET], hosts = ['ghe.example.com'] } = options;
  const hints: RepositoryHint[] = [];
  const failures: Error[] = [];
  let at = Date.parse('2026-06-01T12:00:00Z');
  const logger = mockServices.logger.mock();
  const middleware = MiddlewareFactory.create({
    config: mockServices.rootConfig(),
    logger,
  });
  const app = express();
  app.use(
    createHintsRouter({
      mirror: {
        async hint(given) {
          const failure = failures.shift();
          if (failure) throw failure;
          hints.push(...given);
        },
      },
      view: {
        repositoryAt: async ({ url }) =>
          url.endsWith('/acme/shop') ? ({ id: 'R_shop' } as any) : undefined,
      },
      secrets: () => secrets,
      hosts,
      logger,
      now: () => new Date(at),
    }),
    middleware.error(),
  );
  return {
    hints,
    failures,
    secondsPass(seconds: number) {
      at += seconds * 1000;
    },
    send(
      more: object = {},
      how: { secret?: string; header?: string; body?: string } = {},
    ) {
      const {
        secret = SECRET,
        header = 'x-callboard-signature-256',
        body = JSON.stringify({
          repository: 'acme/shop',
          ref: 'refs/heads/main',
          before: 'b'.repeat(40),
          after: COMMIT,
          pusher: 'mel',
          timestamp: Math.floor(at / 1000),
          ...more,
        }),
      } = how;
      const digest = createHmac('sha256', secret).update(body).digest('hex');
      return request(app)
        .post('/hints/push')
        .set('content-type', 'application/json')
        .set(header, `sha256=${digest}`)
        .send(body);
    },
  };
}

it('has the mirror wait for the commit for a minute', async () => {
  const { send, hints } = open();
  const { status, body } = await send();
  expect([status, body]).toEqual([202, { status: 'accepted' }]);
  expect(hints).toEqual([
    {
      host: 'ghe.example.com',
      owner: 'acme',
      name: 'shop',
      repositoryId: 'R_shop',
      reason: 'pre-receive',
      commit: COMMIT,
      happenedAt: '2026-06-01T12:00:00.000Z',
      until: '2026-06-01T12:01:00.000Z',
    },
  ]);
});

it('takes the header that GitHub’s webhooks have, and any of several secrets', async () => {
  const { send, hints } = open({ secrets: ['an-older-secret', SECRET] });
  const answer = await send({}, { header: 'x-hub-signature-256' });
  expect(answer.status).toBe(202);
  await send({ repository: 'acme/vault' }, { secret: 'an-older-secret' });
  expect(hints).toHaveLength(2);
});

it('takes a hint once, unless it could not be kept', async () => {
  const { send, hints, failures } = open();
  failures.push(new Error('the database is away'));
  expect((await send()).status).toBe(500);
  expect((await send()).body).toEqual({ status: 'accepted' });
  expect((await send()).body).toEqual({ status: 'known' });
  expect(hints).toHaveLength(1);
});

it('says what to set where no secret is configured', async () => {
  const { status, body } = await open({ secrets: [] }).send();
  expect(status).toBe(404);
  expect(body.error.message).toContain(
    'callboard.github.catalog.preReceive.secret',
  );
});

it.each([
  ['another secret', {}, { secret: 'a guess' }],
  ['no signature', {}, { header: 'x-nothing' }],
])('refuses %s', async (_, more, how) => {
  const { send, hints } = open();
  const { status, text } = await send(more, how);
  expect(status).toBe(401);
  expect(text).not.toContain(SECRET);
  expect(hints).toEqual([]);
});

it.each<[string, object, string]>([
  ['an old one', { timestamp: 1780315200 - 301 }, 'timestamp'],
  ['one of the future', { timestamp: 1780315200 + 301 }, 'timestamp'],
  ['one without a time', { timestamp: undefined }, 'timestamp'],
  ['a path', { repository: 'acme/../x' }, 'repository'],
  ['a tag', { ref: 'refs/tags/v1' }, 'ref'],
  ['a commit that is none', { after: 'HEAD' }, 'after'],
  ['a deletion', { after: '0'.repeat(40) }, 'after'],
  ['another host', { host: 'github.com' }, 'host'],
])('refuses %s, and says why', async (_, more, problem) => {
  const { send, hints } = open();
  const { status, body } = await send(more);
  expect(status).toBe(400);
  expect(body.error.message).toContain(`${problem}: `);
  expect(hints).toEqual([]);
});

it('names all that is wrong at once', async () => {
  const { body } = await open().send({ ref: 'main', repository: 'shop' });
  expect(body.error.message).toMatch(/repository: .*ref: /);
});

it('needs to be told which host where there are several', async () => {
  const { send, hints } = open({ hosts: ['ghe.example.com', 'github.com'] });
  expect((await send()).status).toBe(400);
  expect((await send({ host: 'GHE.example.com' })).status).toBe(202);
  expect(hints).toMatchObject([{ host: 'ghe.example.com' }]);
});

it('refuses bodies that are no JSON, and large ones', async () => {
  const { send } = open();
  expect((await send({}, { body: 'no' })).status).toBe(400);
  expect((await send({}, { body: 'x'.repeat(20_000) })).status).toBe(413);
});
