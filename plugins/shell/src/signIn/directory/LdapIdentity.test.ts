import { LdapIdentity } from './LdapIdentity';

const discoveryApi = { getBaseUrl: async () => 'http://portal/api/auth' };
const fetchMock = jest.fn();

/** A session whose token ends in so many minutes. */
const session = (name: string, minutes: number) => ({
  profile: { displayName: name },
  backstageIdentity: {
    token: `${name}.${btoa(
      JSON.stringify({ exp: Date.now() / 1000 + minutes * 60 }),
    )}.x`,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/priya',
      ownershipEntityRefs: [],
    },
  },
});
const answers = (status: number, body: unknown) =>
  fetchMock.mockResolvedValueOnce({
    ok: status === 200,
    status,
    json: async () => body,
  });

describe('LdapIdentity', () => {
  beforeEach(() => {
    fetchMock.mockReset();
    global.fetch = fetchMock;
  });

  it('keeps a token that lasts', async () => {
    answers(200, session('first', 60));
    const identity = await LdapIdentity.create({ discoveryApi });
    await expect(identity.getCredentials()).resolves.toEqual({
      token: expect.stringMatching(/^first\./),
    });
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/priya',
    });
    expect(fetchMock).toHaveBeenCalledTimes(1);
  });

  it('renews a token that is about to end, once for everybody who asks', async () => {
    answers(200, session('first', 1));
    const identity = await LdapIdentity.create({ discoveryApi });
    answers(200, session('second', 60));
    const [a, b] = await Promise.all([
      identity.getCredentials(),
      identity.getCredentials(),
    ]);
    expect(a.token).toMatch(/^second\./);
    expect(b).toEqual(a);
    expect(fetchMock).toHaveBeenCalledTimes(2);
  });

  it('fails while the session cannot be renewed, and recovers when it can', async () => {
    answers(200, session('first', 1));
    const identity = await LdapIdentity.create({ discoveryApi });
    answers(503, {});
    await expect(identity.getCredentials()).rejects.toMatchObject({
      status: 503,
    });
    answers(200, session('second', 60));
    await expect(identity.getCredentials()).resolves.toEqual({
      token: expect.stringMatching(/^second\./),
    });
  });

  it('quotes the reason of an answer that it has no words for', async () => {
    answers(500, { error: { message: 'no keys' } });
    await expect(LdapIdentity.create({ discoveryApi })).rejects.toThrow(
      'Signing in failed: no keys',
    );
  });
});
