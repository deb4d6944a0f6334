import { NotFoundError } from '@backstage/errors';
import type { AuthResolverContext } from '@backstage/plugin-auth-node';
import { oidcSignInResolvers } from './oidcSignInResolvers';

const signInWithCatalogUser = jest.fn();
const context = { signInWithCatalogUser } as unknown as AuthResolverContext;

type Resolver =
  | 'preferredUsernameMatchingUserEntityName'
  | 'oidcSubClaimMatchingKeycloakUserId';

/** Signs in with the given claims. The rest of what a provider sends plays no part. */
const resolve = (options: { resolver: Resolver; claims: object }) =>
  oidcSignInResolvers[options.resolver]()(
    {
      profile: {},
      result: {
        fullProfile: { userinfo: options.claims, tokenset: {} },
        session: { accessToken: 'a', tokenType: 'bearer', scope: 'openid' },
      },
    } as unknown as Parameters<
      ReturnType<(typeof oidcSignInResolvers)[Resolver]>
    >[0],
    context,
  );

const cases = [
  {
    resolver: 'preferredUsernameMatchingUserEntityName' as const,
    claim: 'preferred_username',
    value: 'grace',
    query: { entityRef: { name: 'grace' } },
  },
  {
    resolver: 'oidcSubClaimMatchingKeycloakUserId' as const,
    claim: 'sub',
    value: '5d2a7d0e-0000-4000-8000-000000000001',
    query: {
      annotations: {
        'keycloak.org/id': '5d2a7d0e-0000-4000-8000-000000000001',
      },
    },
  },
];

beforeEach(() => signInWithCatalogUser.mockReset());

describe.each(cases)('$resolver', ({ resolver, claim, value, query }) => {
  it('finds the user by the claim', async () => {
    signInWithCatalogUser.mockResolvedValue({ token: 't' });

    await expect(
      resolve({ resolver, claims: { email: 'x@example.org', [claim]: value } }),
    ).resolves.toEqual({ token: 't' });
    expect(signInWithCatalogUser.mock.calls).toEqual([[query]]);
  });

  it('signs nobody in whom the catalog does not know', async () => {
    signInWithCatalogUser.mockRejectedValue(new NotFoundError('not found'));

    await expect(
      resolve({ resolver, claims: { [claim]: value } }),
    ).rejects.toThrow(NotFoundError);
  });

  it.each([undefined, '', 7, ['grace'], { name: 'grace' }])(
    'says what is missing when the claim is %j',
    async wrong => {
      await expect(
        resolve({ resolver, claims: { [claim]: wrong } }),
      ).rejects.toThrow(
        `The identity provider sent no claim ${claim}. Grant the client the scope that carries it, usually profile.`,
      );
      expect(signInWithCatalogUser).not.toHaveBeenCalled();
    },
  );
});

it("keeps stock's resolvers", () => {
  expect(Object.keys(oidcSignInResolvers)).toEqual(
    expect.arrayContaining([
      'emailLocalPartMatchingUserEntityName',
      'emailMatchingUserEntityProfileEmail',
    ]),
  );
});
