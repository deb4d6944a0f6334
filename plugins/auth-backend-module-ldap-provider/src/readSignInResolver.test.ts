import { ConfigReader } from '@backstage/config';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { AuthResolverContext } from '@backstage/plugin-auth-node';
import { readSignInResolver } from './readSignInResolver';

const info = {
  profile: { email: 'grace@example.org' },
  result: { dn: 'uid=grace,dc=example', username: 'grace' },
};
const signInWithCatalogUser = jest.fn();
const context = { signInWithCatalogUser } as unknown as AuthResolverContext;
const resolverOf = (...resolvers: object[]) =>
  readSignInResolver(
    new ConfigReader(resolvers.length > 0 ? { signIn: { resolvers } } : {}),
  );

beforeEach(() => signInWithCatalogUser.mockReset());

it('goes by the user name when nothing is configured', async () => {
  signInWithCatalogUser.mockResolvedValue({ token: 't' });

  await expect(resolverOf()(info, context)).resolves.toEqual({ token: 't' });
  expect(signInWithCatalogUser).toHaveBeenCalledWith({
    entityRef: { name: 'grace' },
  });
});

it('tries one after the other until one finds somebody', async () => {
  signInWithCatalogUser
    .mockRejectedValueOnce(new NotFoundError('User not found'))
    .mockResolvedValueOnce({ token: 't' });
  const resolve = resolverOf(
    { resolver: 'dnMatchingUserEntityAnnotation' },
    { resolver: 'usernameMatchingUserEntityName' },
  );

  await expect(resolve(info, context)).resolves.toEqual({ token: 't' });
  expect(signInWithCatalogUser.mock.calls).toEqual([
    [{ annotations: { 'backstage.io/ldap-dn': 'uid=grace,dc=example' } }],
    [{ entityRef: { name: 'grace' } }],
  ]);
});

it('fails as not found when nobody finds anybody, and stops at other errors', async () => {
  const resolve = resolverOf(
    { resolver: 'dnMatchingUserEntityAnnotation' },
    { resolver: 'usernameMatchingUserEntityName' },
  );

  signInWithCatalogUser.mockRejectedValue(new NotFoundError('User not found'));
  await expect(resolve(info, context)).rejects.toThrow(NotFoundError);
  signInWithCatalogUser.mockClear();
  signInWithCatalogUser.mockRejectedValue(new ConflictError('Two of them'));
  await expect(resolve(info, context)).rejects.toThrow('Two of them');
  expect(signInWithCatalogUser).toHaveBeenCalledTimes(1);
});

it('has the resolvers by email too, and takes their options', () => {
  expect(() =>
    resolverOf({
      resolver: 'emailLocalPartMatchingUserEntityName',
      allowedDomains: ['example.org'],
    }),
  ).not.toThrow();
  expect(() =>
    resolverOf({ resolver: 'usernameMatchingUserEntityName', other: 1 }),
  ).toThrow('does not accept options');
});

it.each(['nameMatching', 'toString', '__proto__'])(
  'knows no resolver %s',
  resolver => {
    expect(() => resolverOf({ resolver })).toThrow(
      `there is no sign-in resolver ${resolver}`,
    );
  },
);
