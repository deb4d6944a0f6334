import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogUserInfoService } from './CatalogUserInfoService';
import { readSignInWithoutUser } from './readSignInWithoutUser';

function open(options: { config?: object; relations?: object[] | null }) {
  let { relations } = options;
  let time = 0;
  const getEntityByRef = jest.fn(
    async () =>
      relations && {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: { name: 'olivia', namespace: 'default' },
        relations,
      },
  );
  const service = new CatalogUserInfoService({
    stock: {
      getUserInfo: async () => ({
        userEntityRef: 'user:default/olivia',
        ownershipEntityRefs: ['of-the-token'],
      }),
    },
    auth: mockServices.auth(),
    catalog: { getEntityByRef } as unknown as CatalogService,
    withoutUser: readSignInWithoutUser({
      config: mockServices.rootConfig({ data: options.config ?? {} }),
    }),
    cache: new Map(),
    monotonicMs: () => time,
  });
  return {
    getEntityByRef,
    pass: (ms: number) => (time += ms),
    change: (to: object[] | null) => {
      relations = to;
    },
    refs: async (name = 'olivia') =>
      (await service.getUserInfo(mockCredentials.user(`user:default/${name}`)))
        .ownershipEntityRefs,
  };
}
const memberOf = (targetRef: string) => ({ type: 'memberOf', targetRef });

it('has the groups that the catalog has now, asked once in two seconds', async () => {
  const { refs, change, pass, getEntityByRef } = open({
    relations: [
      memberOf('group:default/a'),
      memberOf('group:default/a'),
      memberOf('system:default/b'),
      { type: 'ownerOf', targetRef: 'group:default/c' },
    ],
  });
  const before = ['user:default/olivia', 'group:default/a'];
  expect(await Promise.all([refs(), refs()])).toEqual([before, before]);
  change([]);
  pass(1_999);
  expect(await refs()).toEqual(before);
  expect(getEntityByRef).toHaveBeenCalledTimes(1);
  pass(1);
  expect(await refs()).toEqual(['user:default/olivia']);
});

it('does not keep a failure', async () => {
  const { refs, getEntityByRef } = open({ relations: [] });
  getEntityByRef.mockRejectedValueOnce(new Error('The catalog is away'));
  await expect(refs()).rejects.toThrow('away');
  expect(await refs()).toEqual(['user:default/olivia']);
});

it.each([
  ['nothing', {}, ['user:default/olivia']],
  [
    'a sign-in that needs no User',
    {
      auth: {
        providers: {
          oidc: {
            production: {
              signIn: {
                resolvers: [
                  {
                    resolver: 'x',
                    dangerouslyAllowSignInWithoutUserInCatalog: true,
                  },
                ],
              },
            },
          },
        },
      },
    },
    ['of-the-token'],
  ],
  [
    'that this is the guest',
    {
      auth: { providers: { guest: { userEntityRef: 'user:default/Olivia' } } },
    },
    ['of-the-token'],
  ],
  [
    'another guest',
    { auth: { providers: { guest: {} } } },
    ['user:default/olivia'],
  ],
])(
  'has for somebody without an entity, with %s in the configuration, what that allows',
  async (_, config, expected) => {
    const { refs } = open({ config, relations: null });
    expect(await refs()).toEqual(expected);
  },
);
