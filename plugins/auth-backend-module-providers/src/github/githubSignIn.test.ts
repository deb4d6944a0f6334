import { startGithubStandIn } from '../__testUtils__/startGithubStandIn';
import { startPortal, user } from '../__testUtils__/startPortal';

// Backends start here, which takes a busy machine its time.
jest.setTimeout(60_000);

const grace = {
  id: 583231,
  node_id: 'U_kgDOAAjmPw',
  login: 'grace',
  name: 'Grace Hopper',
  email: null,
};

type Portal = Awaited<ReturnType<typeof startPortal>>;
type GitHub = Awaited<ReturnType<typeof startGithubStandIn>>;

describe.each(['github', 'ghe'] as const)('%s', provider => {
  let github: GitHub;
  let portal: Portal;

  beforeAll(async () => {
    github = await startGithubStandIn();
    portal = await startPortal({
      providers: {
        [provider]: {
          production: {
            clientId: 'the-client',
            clientSecret: 'the-secret',
            enterpriseInstanceUrl: `${github.url}/`,
          },
        },
      },
      users: [
        user({ name: 'grace', annotations: annotated('U_kgDOAAjmPw') }),
        user({ name: 'alan', annotations: annotated('U_kgDOAAjmQA') }),
        user({ name: 'mary', email: 'mary@example.org' }),
        // From another GitHub that the portal reads.
        user({
          name: 'ada',
          email: 'ada@example.org',
          annotations: {
            ...annotated('U_kgAV'),
            ...from('https://ghe.example.org/ada'),
          },
        }),
        // A file elsewhere, with an id that somebody wrote by hand.
        user({
          name: 'joan',
          annotations: {
            ...annotated('U_kgAW'),
            ...from('https://gitlab.example.org/people/joan.yaml'),
          },
        }),
      ],
      config: { integrations: { github: [{ host: 'ghe.example.org' }] } },
    });
  });
  afterAll(async () => {
    await portal?.stop();
    await github?.close();
  });
  beforeEach(() => {
    Object.assign(github.state, {
      callbackUrl: '',
      clientSecret: 'the-secret',
      isDown: false,
      expires: false,
      scope: 'read:user',
      requests: [],
      emails: [],
    });
    Object.assign(github.state.user, grace);
  });

  const signIn = async () => {
    const { location } = await portal.start(provider);
    return portal.callback(github.authorize(location));
  };
  const lastFailure = async () => (await portal.failures.recent())[0];

  it('sends people there with state and a challenge, and back to its own callback', async () => {
    const { status, location } = await portal.start(provider);
    expect(status).toBe(302);
    const url = new URL(location);
    expect(url.origin + url.pathname).toBe(
      `${github.url}/login/oauth/authorize`,
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'the-client',
      redirect_uri: `${portal.url}/api/auth/${provider}/handler/frame`,
      scope: 'read:user',
      state: expect.any(String),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(location).not.toContain('the-secret');
  });

  it('signs in by the id, and goes on with the session', async () => {
    const answer = await signIn();
    expect(answer).toMatchObject({
      profile: { displayName: 'Grace Hopper' },
      backstageIdentity: { identity: { userEntityRef: 'user:default/grace' } },
      providerInfo: { accessToken: expect.stringMatching(/^gho_/) },
    });
    const { status, body } = await portal.refresh(provider);
    expect(status).toBe(200);
    expect(body.backstageIdentity.identity.userEntityRef).toBe(
      'user:default/grace',
    );
    github.revokeTokens();
    expect((await portal.refresh(provider)).status).toBe(401);
  });

  it('goes on with the refresh token of a GitHub App', async () => {
    github.state.expires = true;
    github.state.scope = '';
    const { providerInfo } = await signIn();
    const { status, body } = await portal.refresh(provider);
    expect(status).toBe(200);
    expect(body.providerInfo.accessToken).toMatch(/^gho_/);
    expect(body.providerInfo.accessToken).not.toBe(providerInfo!.accessToken);
  });

  it('takes no code that another browser began', async () => {
    const begun = await portal.start(provider);
    const code = new URL(github.authorize(begun.location)).searchParams;
    const other = await portal.start(provider);
    const state = new URL(other.location).searchParams.get('state')!;
    const { error, backstageIdentity } = await portal.callback(
      `${portal.url}/api/auth/${provider}/handler/frame?${new URLSearchParams({
        code: code.get('code')!,
        state,
      })}`,
    );
    expect(backstageIdentity).toBeUndefined();
    expect(error!.message).toContain('was not begun in this browser');
    expect(await lastFailure()).toMatchObject({ kind: 'state-mismatch' });
  });

  it('takes a code once', async () => {
    const { location } = await portal.start(provider);
    const back = github.authorize(location);
    expect((await portal.callback(back)).backstageIdentity).toBeDefined();
    expect((await portal.callback(back)).error).toBeDefined();
  });

  it('finds nobody: tells the person what to ask for, and the operator what was tried', async () => {
    Object.assign(github.state.user, {
      id: 9,
      node_id: 'U_kgAJ',
      login: 'stranger',
      name: 'A stranger',
    });
    const { error } = await signIn();
    const failure = await lastFailure();
    expect(error).toEqual({
      name: 'SignInFailedError',
      message: `${
        provider === 'ghe' ? 'GitHub Enterprise' : 'GitHub'
      } knows your account stranger, and this portal does not: its catalog has no user for it. Ask whoever runs this portal to add you, and name the reference ${
        failure.reference
      }.`,
    });
    expect(failure).toMatchObject({
      provider,
      kind: 'no-user',
      person: { subject: 'U_kgAJ', userName: 'stranger' },
      attempts: [
        {
          resolver: 'userIdMatchingUserEntityAnnotation',
          lookedFor: 'a User with the annotation github.com/user-id = U_kgAJ',
          found: 'nobody',
        },
        {
          resolver: 'usernameMatchingUserEntityName',
          lookedFor: 'a User named stranger',
          found: 'nobody',
        },
        {
          resolver: 'emailMatchingUserEntityProfileEmail',
          found: 'not tried: the provider gave no e-mail address',
        },
      ],
    });
  });

  it('refuses an account that took over the name of somebody else', async () => {
    Object.assign(github.state.user, {
      id: 9,
      node_id: 'U_kgAJ',
      login: 'alan',
    });
    const { error } = await signIn();
    expect(error!.message).toContain(
      'could not tell for sure which user that is',
    );
    expect(error!.message).not.toContain('U_kgDOAAjmQA');
    expect(await lastFailure()).toMatchObject({ kind: 'resolver-refused' });
  });

  it('takes neither the name nor the id of a user from another GitHub', async () => {
    Object.assign(github.state.user, {
      id: 20,
      node_id: 'U_kgAU',
      login: 'ada',
    });
    expect((await signIn()).backstageIdentity).toBeUndefined();
    expect(await lastFailure()).toMatchObject({
      kind: 'resolver-refused',
      detail: expect.stringContaining('comes from another GitHub'),
    });
    Object.assign(github.state.user, {
      id: 21,
      node_id: 'U_kgAV',
      login: 'somebody',
    });
    expect((await signIn()).backstageIdentity).toBeUndefined();
    expect(await lastFailure()).toMatchObject({
      kind: 'no-user',
      person: { subject: 'U_kgAV' },
    });
    github.state.scope = 'read:user,user:email';
    github.state.emails = [
      { email: 'ada@example.org', primary: true, verified: true },
    ];
    expect((await signIn()).backstageIdentity!.identity.userEntityRef).toBe(
      'user:default/ada',
    );
  });

  it('compares ids of users who come from anywhere but a GitHub', async () => {
    Object.assign(github.state.user, {
      id: 20,
      node_id: 'U_kgAU',
      login: 'joan',
    });
    expect((await signIn()).backstageIdentity).toBeUndefined();
    expect(await lastFailure()).toMatchObject({ kind: 'resolver-refused' });
    Object.assign(github.state.user, { id: 22, node_id: 'U_kgAW' });
    expect((await signIn()).backstageIdentity!.identity.userEntityRef).toBe(
      'user:default/joan',
    );
  });

  it('knows the same account by the older form of its id', async () => {
    Object.assign(github.state.user, { node_id: 'MDQ6VXNlcjU4MzIzMQ==' });
    expect((await signIn()).backstageIdentity!.identity.userEntityRef).toBe(
      'user:default/grace',
    );
  });

  it('finds by an e-mail address that GitHub has verified, and by no other', async () => {
    const mary = { id: 10, node_id: 'U_kgAK', login: 'mary-at-work' };
    Object.assign(github.state.user, mary, { email: 'mary@example.org' });
    expect((await signIn()).error!.message).toContain(
      'does not confirm that the e-mail address',
    );
    expect(await lastFailure()).toMatchObject({ kind: 'unverified-email' });
    github.state.scope = 'read:user,user:email';
    const address = { email: 'mary@example.org', primary: true };
    github.state.emails = [{ ...address, verified: false }];
    expect((await signIn()).error).toBeDefined();
    github.state.emails = [{ ...address, verified: true }];
    expect((await signIn()).backstageIdentity!.identity.userEntityRef).toBe(
      'user:default/mary',
    );
  });

  it.each([
    [
      'wrong-callback',
      () => {
        github.state.callbackUrl = 'https://old.example.com/callback';
      },
      'another callback URL is registered there',
    ],
    [
      'bad-client-secret',
      () => {
        github.state.clientSecret = 'a newer one';
      },
      "does not accept this portal's own credentials",
    ],
    [
      'provider-unreachable',
      () => {
        github.state.isDown = true;
      },
      'could not reach',
    ],
  ])('explains %s', async (kind, break_, words) => {
    break_();
    const { error } = await signIn();
    const failure = await lastFailure();
    expect(failure).toMatchObject({ provider, kind });
    expect(error!.message).toContain(words);
    expect(error!.message).toContain(failure.reference);
    expect(JSON.stringify([failure, error])).not.toContain('the-secret');
  });

  it('explains that the person did not agree', async () => {
    const { location } = await portal.start(provider);
    const state = new URL(location).searchParams.get('state')!;
    const { error } = await portal.callback(
      `${portal.url}/api/auth/${provider}/handler/frame?${new URLSearchParams({
        error: 'access_denied',
        state,
      })}`,
    );
    expect(error!.message).toContain('access was not granted');
    expect(await lastFailure()).toMatchObject({ kind: 'denied-by-person' });
  });
});

it('does not start ghe without a server of its own, and so lets nobody of github.com in', async () => {
  await expect(
    startPortal({
      providers: {
        ghe: { production: { clientId: 'a', clientSecret: 'b' } },
      },
    }),
  ).rejects.toThrow('enterpriseInstanceUrl');
});

function annotated(id: string) {
  return { 'github.com/user-id': id };
}

function from(url: string) {
  return { 'backstage.io/managed-by-location': `url:${url}` };
}
