import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { withoutRemotePicture } from './withoutRemotePicture';

const identity = (picture?: string): IdentityApi => ({
  getBackstageIdentity: async () => ({
    type: 'user',
    userEntityRef: 'user:default/jane',
    ownershipEntityRefs: [],
  }),
  getCredentials: async () => ({ token: 't' }),
  getProfileInfo: async () => ({ displayName: 'Jane', picture }),
  signOut: jest.fn(),
});
const origin = 'https://portal.example';

describe('withoutRemotePicture', () => {
  it('drops a picture of another host, so that the one of the catalog is shown', async () => {
    const wrapped = withoutRemotePicture(
      identity('https://pictures.example/jane'),
      origin,
    );

    await expect(wrapped.getProfileInfo()).resolves.toEqual({
      displayName: 'Jane',
    });
  });

  it('keeps a picture that needs no other host, and the rest of the identity', async () => {
    const original = identity('data:image/png;base64,AAAA');
    const wrapped = withoutRemotePicture(original, origin);

    await expect(wrapped.getProfileInfo()).resolves.toEqual({
      displayName: 'Jane',
      picture: 'data:image/png;base64,AAAA',
    });
    await expect(wrapped.getCredentials()).resolves.toEqual({ token: 't' });
    await expect(wrapped.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/jane',
    });
    await wrapped.signOut();
    expect(original.signOut).toHaveBeenCalledTimes(1);
  });
});
