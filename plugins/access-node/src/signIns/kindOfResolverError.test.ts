import {
  ConflictError,
  NotAllowedError,
  ResponseError,
} from '@backstage/errors';
import { kindOfResolverError } from './kindOfResolverError';

it.each([
  new ConflictError('User lookup resulted in multiple matches'),
  new Error('GitHub user ID does not match the catalog user'),
])('takes for a refusal: %s', error => {
  expect(kindOfResolverError(error)).toBe('resolver-refused');
});

it.each([
  new Error('Login failed, user profile does not contain an email'),
  new Error('GitHub user profile does not contain a user ID'),
  new Error('Okta profile contained no email'),
  new Error(
    'The identity provider sent no claim preferred_username. Grant the client the scope that carries it, usually profile.',
  ),
  new NotAllowedError('Sign-in user email is not from an allowed domain'),
])('takes for what the provider told: %s', error => {
  expect(kindOfResolverError(error)).toBe('profile-unusable');
});

it('takes the rest for a fault of the portal', async () => {
  const unavailable = await ResponseError.fromResponse(
    new Response('{}', { status: 503, statusText: 'Service Unavailable' }),
  );
  expect(kindOfResolverError(unavailable)).toBe('portal-failed');
  expect(
    kindOfResolverError(new Error('SQLITE_BUSY: database is locked')),
  ).toBe('portal-failed');
});
