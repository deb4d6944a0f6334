import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createSignInFailures,
  type NewSignInFailure,
  signInFailuresServiceRef,
} from '@callboard/plugin-access-node';
import request from 'supertest';
import { accessPlugin } from '../plugin';

jest.setTimeout(60_000);

const DAY_MS = 24 * 3600_000;

/** The plugin with a database of its own, and what reports failures. */
async function open(
  options: { result: AuthorizeResult.ALLOW | AuthorizeResult.DENY } = {
    result: AuthorizeResult.ALLOW,
  },
) {
  let ahead = 0;
  const failures = createSignInFailures({
    logger: mockServices.logger.mock(),
    now: () => new Date(Date.now() + ahead),
  });
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const { server } = await startTestBackend({
    features: [
      accessPlugin,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: 'priya', namespace: 'default' },
            spec: { profile: { displayName: 'Priya Raman' } },
          },
        ],
      }),
      mockServices.permissions.factory(options),
      createServiceFactory({
        service: coreServices.auditor,
        deps: {},
        factory: () => auditor,
      }),
      createServiceFactory({
        service: signInFailuresServiceRef,
        deps: {},
        factory: () => failures,
      }),
    ],
  });
  const get = (path: string, user = 'user:default/olivia') =>
    request(server)
      .get(`/api/access${path}`)
      .set('authorization', mockCredentials.user.header(user));
  return {
    failures,
    auditor,
    event,
    get,
    server,
    pass: (ms: number) => {
      ahead += ms;
    },
    /** The list, once all that was reported has got there. */
    async list(isThere: (listed: any[]) => boolean = () => true) {
      for (;;) {
        const { body } = await get('/sign-ins');
        if (isThere(body.failures)) return body.failures;
      }
    },
  };
}

const stranger: NewSignInFailure = {
  provider: 'github',
  kind: 'no-user',
  person: { subject: 'U_kgAJ', userName: 'Priyaa' },
  attempts: [
    {
      resolver: 'userIdMatchingUserEntityAnnotation',
      lookedFor: 'a User with the annotation github.com/user-id = U_kgAJ',
      found: 'nobody',
    },
  ],
};

it('lists failures with who came near and what to do, and audits them', async () => {
  const { failures, list, auditor, event } = await open();
  const { reference } = failures.record(stranger);
  failures.record(stranger);
  const [listed] = await list(
    ([first]) => first?.times === 2 && first.near.length > 0,
  );
  expect(listed).toMatchObject({
    ...stranger,
    reference,
    near: [
      {
        userEntityRef: 'user:default/priya',
        displayName: 'Priya Raman',
        because: 'almost the same name',
      },
    ],
    remedies: [
      'If user:default/priya is this person, add the annotation github.com/user-id: U_kgAJ to it, at the source that the user comes from.',
      expect.stringContaining('Else add a User for Priyaa'),
      expect.stringContaining(
        'auth.providers.github.<environment>.signIn.resolvers',
      ),
    ],
  });
  expect(auditor.createEvent).toHaveBeenCalledWith({
    eventId: 'sign-in',
    severityLevel: 'medium',
    meta: {
      reference,
      provider: 'github',
      kind: 'no-user',
      subject: 'U_kgAJ',
      userName: 'Priyaa',
    },
  });
  expect(event.fail).toHaveBeenCalledTimes(2);
  expect(event.success).not.toHaveBeenCalled();
});

it('shows them to operators alone', async () => {
  const { get } = await open({ result: AuthorizeResult.DENY });
  const { status, body } = await get('/sign-ins');
  expect(status).toBe(403);
  expect(body.error.message).toContain('access.read');
});

it('shows a person the single sign-on that is asked of them, and nobody else', async () => {
  const { failures, get, list, event } = await open();
  const links = [{ title: 'Authorise for acme', href: 'https://github.com/x' }];
  failures.record({
    provider: 'github',
    kind: 'saml-sso',
    person: { subject: 'U_1', userEntityRef: 'user:default/grace' },
    attempts: [],
    links,
  });
  await list(({ length }) => length === 1);
  const mine = async (user: string) =>
    (await get('/sign-ins/mine', user)).body.notices;
  expect(await mine('user:default/grace')).toEqual([
    { reference: expect.any(String), provider: 'github', links },
  ]);
  expect(await mine('user:default/alan')).toEqual([]);
  expect(event.fail).not.toHaveBeenCalled();
  failures.settle({ provider: 'github', kind: 'saml-sso', subject: 'U_1' });
  await list(({ length }) => length === 0);
  expect(await mine('user:default/grace')).toEqual([]);
});

it('forgets what is older than 30 days', async () => {
  const { failures, list, pass } = await open();
  pass(-31 * DAY_MS);
  failures.record(stranger);
  pass(31 * DAY_MS);
  failures.record({ ...stranger, provider: 'ghe' });
  const listed = await list(({ length }) => length > 0);
  expect(listed.map(({ provider }: any) => provider)).toEqual(['ghe']);
});
