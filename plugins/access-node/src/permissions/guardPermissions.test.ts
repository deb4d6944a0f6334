import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError, ResponseError } from '@backstage/errors';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { guardPermissions } from './guardPermissions';

const asked = [
  { permission: createPermission({ name: 'a.read', attributes: {} }) },
];
const given = { credentials: mockCredentials.user() };

function open(answer: () => Promise<any>) {
  const permissions = mockServices.permissions.mock();
  permissions.authorize.mockImplementation(answer);
  permissions.authorizeConditional.mockImplementation(answer);
  const guarded = guardPermissions({ permissions, timeoutMs: 5 });
  return [
    () => guarded.authorize(asked, given),
    () => guarded.authorizeConditional(asked as any, given),
  ];
}

const responseError = (status: number) =>
  ResponseError.fromResponse(new Response('{}', { status }) as never);

describe('guardPermissions', () => {
  it('hands decisions on', async () => {
    const decision = [{ result: AuthorizeResult.DENY }];
    for (const ask of open(async () => decision)) {
      await expect(ask()).resolves.toBe(decision);
    }
  });

  it.each<[string, () => Promise<never>]>([
    ['never answers', () => new Promise(() => {})],
    ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
    [
      'fails',
      async () => {
        throw await responseError(500);
      },
    ],
    [
      'is not there',
      async () => {
        throw await responseError(404);
      },
    ],
    [
      'is not ready',
      async () => {
        throw await responseError(503);
      },
    ],
  ])('says that it cannot decide when the backend %s', async (_, answer) => {
    for (const ask of open(answer)) {
      await expect(ask()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(/^Whether this is allowed cannot/),
      });
    }
  });

  it('leaves refusals as they are', async () => {
    const refusal = new NotAllowedError('no');
    for (const ask of open(async () => Promise.reject(refusal))) {
      await expect(ask()).rejects.toBe(refusal);
    }
    for (const ask of open(async () => {
      throw await responseError(401);
    })) {
      await expect(ask()).rejects.toMatchObject({ statusCode: 401 });
    }
  });
});
