import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import type { GithubMirror } from '../sync/GithubMirror';
import {
  heldPlan,
  organisationStatus,
} from './__testUtils__/organisationStatus';
import { createStatusRouter } from './createStatusRouter';
import type { PeopleView } from './PeopleView';

const OPERATOR = mockCredentials.user.header('user:default/olivia');
const READER = mockCredentials.user.header('user:default/mel');
const GUEST = mockCredentials.user.header('user:default/oscar');
const SERVICE = mockCredentials.service.header();

const AT = '2026-11-26T09:00:00.000Z';
const gone = async () => {
  throw new NotFoundError('no such plan');
};

function open(options: { people?: Partial<PeopleView> } = {}) {
  const mirror = {
    status: jest.fn(async () => [organisationStatus()]),
    accept: jest.fn(async ({ planId }: { planId: string }) =>
      planId === 'plan-1' ? heldPlan() : gone(),
    ),
    reconcile: jest.fn(async () => {}),
  } satisfies Partial<GithubMirror>;
  const people = options.people && {
    status: async () => [],
    accept: gone,
    reconcile: jest.fn(async () => {}),
    ...options.people,
  };
  const logger = mockServices.logger.mock();
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const permissions = mockServices.permissions.mock({
    authorize: async (asked, { credentials } = {} as never) => {
      const { type, userEntityRef } = (
        credentials as unknown as {
          principal: { type: string; userEntityRef?: string };
        }
      ).principal;
      return asked.map(({ permission: { name } }) => ({
        result:
          type === 'service' ||
          userEntityRef === 'user:default/olivia' ||
          (userEntityRef === 'user:default/mel' && name === 'connections.read')
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      }));
    },
  });
  const app = express()
    .use(
      createStatusRouter({
        ...{ mirror, people, auditor, logger, permissions, targetLagMs: 2_000 },
        httpAuth: mockServices.httpAuth({
          pluginId: 'github',
          defaultCredentials: mockCredentials.none(),
        }),
      }),
    )
    .use(mockErrorHandler());
  const post = (path: string, body: object = {}, as = OPERATOR) =>
    request(app).post(path).set('authorization', as).send(body);
  return { app, post, mirror, auditor, event, logger };
}

it('shows the status to readers and services, and to nobody else', async () => {
  const { app } = open();
  const get = (as?: string) => {
    const asked = request(app).get('/status');
    return as ? asked.set('authorization', as) : asked;
  };
  expect((await get()).status).toBe(401);
  const refused = await get(GUEST);
  expect(refused.status).toBe(403);
  expect(refused.body.error.message).toContain('connections.read');
  for (const as of [READER, SERVICE]) {
    const { status, body } = await get(as);
    expect({ status, body }).toEqual({
      status: 200,
      body: [organisationStatus()],
    });
  }
});

it('tells of people beside the repositories of the same organisation, and of organisations that only have people', async () => {
  const held = heldPlan({ id: 'plan-2', what: 'people' });
  const problem = { at: AT, message: 'GitHub answers with 502' };
  const { app } = open({
    people: {
      status: async () => [
        { host: 'github.com', organisation: 'Acme', lastPeopleAt: AT, held },
        { host: 'ghe.acme.example', organisation: 'tools', problem },
      ],
    },
  });
  const { body } = await request(app)
    .get('/status')
    .set('authorization', READER);
  expect(body).toEqual([
    expect.objectContaining({
      host: 'ghe.acme.example',
      organisation: 'tools',
      sources: [],
      repositories: 0,
      targetLagMs: 2_000,
      peopleProblem: problem,
    }),
    { ...organisationStatus(), lastPeopleAt: AT, heldPeople: held },
  ]);
});

it('accepts a held plan for those who manage, and records who did', async () => {
  const { post, mirror, auditor, event } = open();
  expect((await post('/held/plan-1/accept', {}, READER)).status).toBe(403);
  expect(mirror.accept).not.toHaveBeenCalled();
  const { status, body } = await post('/held/plan-1/accept');
  expect({ status, body }).toEqual({ status: 200, body: heldPlan() });
  expect(mirror.accept).toHaveBeenCalledWith({
    planId: 'plan-1',
    by: 'user:default/olivia',
  });
  expect(auditor.createEvent).toHaveBeenCalledWith(
    expect.objectContaining({
      eventId: 'held-accept',
      severityLevel: 'high',
      meta: { planId: 'plan-1', by: 'user:default/olivia' },
    }),
  );
  expect(event.success).toHaveBeenCalledWith({
    meta: { what: 'repositories', remove: 120, of: 120 },
  });
});

it('accepts a plan of people, and says when there is none any more', async () => {
  const plan = heldPlan({ id: 'plan-2', what: 'people' });
  const accept = jest.fn(async ({ planId }: { planId: string }) =>
    planId === 'plan-2' ? plan : gone(),
  );
  const { post, event } = open({ people: { accept } });
  expect((await post('/held/plan-2/accept')).body).toEqual(plan);
  const { status, body } = await post('/held/plan-3/accept');
  expect(status).toBe(404);
  expect(body.error.message).toContain('not held any more');
  expect(event.fail).toHaveBeenCalledTimes(1);
});

it('does not take another error for a plan that is gone', async () => {
  const { post, mirror } = open({ people: {} });
  mirror.accept.mockRejectedValue(new Error('the database is gone'));
  const { status, body } = await post('/held/plan-1/accept');
  expect(status).toBe(500);
  expect(body.error.message).toBe('the database is gone');
});

it('reconciles an organisation, however its name is spelt', async () => {
  const reconcile = jest.fn(async () => {});
  const { post, mirror, auditor } = open({ people: { reconcile } });
  const asked = { host: 'github.com', organisation: 'ACME' };
  expect((await post('/reconcile', asked, READER)).status).toBe(403);
  expect((await post('/reconcile', asked)).status).toBe(202);
  const expected = {
    host: 'github.com',
    organisation: 'acme',
    reason: 'user:default/olivia asked for it',
  };
  expect(mirror.reconcile.mock.calls).toEqual([[expected]]);
  expect(reconcile.mock.calls).toEqual([[expected]]);
  expect(auditor.createEvent).toHaveBeenCalledWith(
    expect.objectContaining({ eventId: 'reconcile' }),
  );
});

it('does not wait for people, and logs where they could not be read', async () => {
  let fail: (error: Error) => void = () => {};
  const reconcile = () =>
    new Promise<void>((_, reject) => {
      fail = reject;
    });
  const { post, logger } = open({ people: { reconcile } });
  const asked = { host: 'github.com', organisation: 'acme' };
  expect((await post('/reconcile', asked)).status).toBe(202);
  fail(new Error('GitHub answers with 502'));
  await new Promise(resolve => setImmediate(resolve));
  expect(logger.warn).toHaveBeenCalledWith(
    'The people of acme at github.com could not be read: Error: GitHub answers with 502',
  );
});

it.each([
  [{ host: 'github.com', organisation: 'other' }, 404, 'is mirrored'],
  [{}, 400, 'host: a text is needed; organisation: a text is needed'],
  [
    { host: '', organisation: 'acme', force: true },
    400,
    'host: it is empty; there is a field that is not known',
  ],
])('refuses %j in words', async (body, status, message) => {
  const { post, mirror } = open();
  const response = await post('/reconcile', body);
  expect(response.status).toBe(status);
  expect(response.body.error.message).toContain(message);
  expect(mirror.reconcile).not.toHaveBeenCalled();
});

it('quotes nothing of a body that is not JSON', async () => {
  const { app } = open();
  const { status, body } = await request(app)
    .post('/reconcile')
    .set('authorization', OPERATOR)
    .set('content-type', 'application/json')
    .send('ghp_secret is no JSON');
  expect(status).toBe(400);
  expect(body.error.message).toBe('The body of the request is not JSON');
  expect(JSON.stringify(body)).not.toContain('ghp_secret');
});
