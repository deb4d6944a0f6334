import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  type DefinitivePolicyDecision,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { decideLocally } from './decideLocally';
import type { LocalPolicy } from './LocalPolicy';

const basic = createPermission({ name: 'a.create', attributes: {} });
const ofEntities = createPermission({
  name: 'catalog.entity.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
});
const conditional: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims: ['user:default/jane'] },
  },
};
const jane = { credentials: mockCredentials.user('user:default/jane') };
const backendSays: DefinitivePolicyDecision[] = [
  { result: AuthorizeResult.DENY },
];

function open(options: { says?: PolicyDecision; isEnabled?: boolean }) {
  const { says, isEnabled = true } = options;
  const permissions = mockServices.permissions.mock({
    authorize: async () => backendSays,
    authorizeConditional: async () => backendSays,
  });
  const handle = jest.fn(async () => says!);
  const policy: LocalPolicy | undefined = says && { handle };
  const service = decideLocally({
    permissions,
    policies: { current: () => policy, set: () => {} },
    auth: mockServices.auth(),
    userInfo: mockServices.userInfo({
      ownershipEntityRefs: ['group:default/team'],
    }),
    isEnabled,
  });
  return { service, permissions, handle };
}

it('asks the policy that is here, as the permission backend would', async () => {
  const { service, permissions, handle } = open({
    says: { result: AuthorizeResult.ALLOW },
  });
  await expect(
    service.authorize([{ permission: basic }, { permission: basic }], jane),
  ).resolves.toEqual([
    { result: AuthorizeResult.ALLOW },
    { result: AuthorizeResult.ALLOW },
  ]);
  expect(handle).toHaveBeenLastCalledWith(
    { permission: basic },
    {
      credentials: jane.credentials,
      info: expect.objectContaining({
        userEntityRef: 'user:default/jane',
        ownershipEntityRefs: ['group:default/team'],
      }),
    },
  );
  expect(permissions.authorize).not.toHaveBeenCalled();
});

it('hands conditions to whoever applies them', async () => {
  const { service, permissions } = open({ says: conditional });
  await expect(
    service.authorizeConditional([{ permission: ofEntities }], jane),
  ).resolves.toEqual([conditional]);
  expect(permissions.authorizeConditional).not.toHaveBeenCalled();
});

it('leaves to the backend what has conditions and a resource', async () => {
  const { service } = open({ says: conditional });
  await expect(
    service.authorize(
      [{ permission: ofEntities, resourceRef: 'component:default/a' }],
      jane,
    ),
  ).resolves.toBe(backendSays);
});

it('leaves to the backend conditions that do not belong to the permission', async () => {
  const { service } = open({ says: conditional });
  await expect(
    service.authorizeConditional(
      [{ permission: { ...ofEntities, resourceType: 'task' } }],
      jane,
    ),
  ).resolves.toBe(backendSays);
});

it.each([
  ['a service', { says: conditional }, mockCredentials.service()],
  ['nobody', { says: conditional }, mockCredentials.none()],
  ['a person, with no policy here', {}, jane.credentials],
  [
    'a person, with permissions off',
    { says: conditional, isEnabled: false },
    jane.credentials,
  ],
])('leaves to the service what is about %s', async (_, given, credentials) => {
  const { service } = open(given);
  await expect(
    service.authorize([{ permission: basic }], { credentials }),
  ).resolves.toBe(backendSays);
  await expect(
    service.authorizeConditional([{ permission: ofEntities }], { credentials }),
  ).resolves.toBe(backendSays);
});

it('decides nothing about a person of whom nothing is known', async () => {
  const service = decideLocally({
    permissions: mockServices.permissions.mock(),
    policies: {
      current: () => ({
        handle: async () => ({ result: AuthorizeResult.ALLOW }),
      }),
      set: () => {},
    },
    auth: mockServices.auth(),
    userInfo: mockServices.userInfo.mock({
      getUserInfo: async () => {
        throw new Error('the catalog does not answer');
      },
    }),
    isEnabled: true,
  });
  await expect(
    service.authorize([{ permission: basic }], jane),
  ).rejects.toThrow('the catalog does not answer');
});
