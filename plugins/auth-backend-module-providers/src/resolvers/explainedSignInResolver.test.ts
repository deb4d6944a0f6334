import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { AuthResolverContext } from '@backstage/plugin-auth-node';
import { createSignInFailures } from '@callboard/plugin-access-node';
import { user } from '../__testUtils__/startPortal';
import { createFailureReporter } from '../failures/FailureReporter';
import type { SignInProvider } from '../providers/SignInProvider';
import { explainedSignInResolver } from './explainedSignInResolver';
import type { NamedResolver } from './NamedResolver';

const result = { session: {}, fullProfile: {} } as any;

/** Signs in with one resolver, or goes on with a session. */
async function open(options: {
  resolve: NamedResolver<unknown>['resolve'];
  context?: Partial<AuthResolverContext>;
  isRefresh?: boolean;
}) {
  const logger = mockServices.logger.mock();
  const failures = createSignInFailures({ logger });
  const signIn = explainedSignInResolver<unknown>({
    provider: {
      id: 'idp',
      title: 'The provider',
      personOf: () => ({ subject: '2', userName: 'grace' }),
      emailTrust: () => 'verified',
    } as Partial<SignInProvider<unknown>> as SignInProvider<unknown>,
    config: new ConfigReader({}),
    resolvers: [
      {
        name: 'byName',
        isByEmail: false,
        isDefault: false,
        resolve: options.resolve,
      },
    ],
    reporter: createFailureReporter({
      provider: 'idp',
      title: 'The provider',
      failures,
    }),
    refreshed: new WeakSet(options.isRefresh ? [result] : []),
    logger,
  });
  const error: Error = await signIn(
    { profile: {}, result },
    options.context as AuthResolverContext,
  ).then(
    () => {
      throw new Error('signed in');
    },
    thrown => thrown,
  );
  return { error, logger, failures: await failures.recent() };
}

const throws = (error: Error) => async () => {
  throw error;
};
const grace: Entity = user({ name: 'grace', annotations: { 'idp/id': '1' } });
/** Finds Grace by name, after the id 2 was looked for in vain. */
const takenOver = {
  resolve: async (_info: unknown, context: any) => {
    context.noteLookup({ annotations: { 'idp/id': '2' } });
    return context.signInWithCatalogUser({ entityRef: { name: 'grace' } });
  },
  context: { findCatalogUser: async () => ({ entity: grace }) },
};

it.each([
  ['no-user', throws(new NotFoundError('User not found'))],
  ['resolver-refused', throws(new ConflictError('multiple matches'))],
  [
    'profile-unusable',
    throws(new Error('GitHub user profile does not contain a user ID')),
  ],
  ['portal-failed', throws(new Error('SQLITE_BUSY: database is locked'))],
])('says %s', async (kind, resolve) => {
  const { error, failures } = await open({ resolve });
  expect(failures).toEqual([expect.objectContaining({ kind })]);
  expect(error.message).toContain(failures[0].reference);
});

it('says that the portal failed where no token could be issued', async () => {
  const { failures, error } = await open({
    resolve: async (_info, context) =>
      context.signInWithCatalogUser({ entityRef: { name: 'grace' } }),
    context: {
      findCatalogUser: async () => ({ entity: grace }),
      resolveOwnershipEntityRefs: async () => ({ ownershipEntityRefs: [] }),
      issueToken: throws(new Error('no keys')),
    },
  });
  expect(failures).toEqual([
    expect.objectContaining({ kind: 'portal-failed', detail: 'no keys' }),
  ]);
  expect(error.message).toContain('Try again in a minute');
});

it('refuses the account that took over a name, and tells the operator alone why', async () => {
  const { failures, error } = await open(takenOver);
  expect(failures).toEqual([
    expect.objectContaining({
      kind: 'resolver-refused',
      detail:
        'user:default/grace belongs to another account: its annotation idp/id is 1, and the account that signed in is 2',
    }),
  ]);
  expect(error.message).not.toContain('idp/id');
});

it('tells a browser whose session ends nothing of anybody else', async () => {
  const { failures, error, logger } = await open({
    ...takenOver,
    isRefresh: true,
  });
  expect(error.message).toBe('The catalog has no user for this account');
  expect(failures).toEqual([]);
  expect(logger.debug).toHaveBeenCalledWith(
    expect.stringContaining('its annotation idp/id is 1'),
  );
});

it('says so where a session could not go on because the portal failed', async () => {
  const { failures, error, logger } = await open({
    resolve: throws(new Error('connect ECONNREFUSED 10.0.0.7:5432')),
    isRefresh: true,
  });
  expect(error.name).toBe('ServiceUnavailableError');
  expect(error.message).not.toContain('10.0.0.7');
  expect(failures).toEqual([]);
  expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('10.0.0.7'));
});
