import { ConfigReader } from '@backstage/config';
import {
  configApiRef,
  discoveryApiRef,
  githubAuthApiRef,
} from '@backstage/core-plugin-api';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { leaveFor } from './leaveFor';
import { leaving } from './leaving';
import { SignInPage } from './SignInPage';

jest.mock('./leaveFor', () => ({ leaveFor: jest.fn() }));

const KEY = '@backstage/core:SignInPage:provider';
const SESSION = {
  providerInfo: {},
  profile: {},
  backstageIdentity: {
    token: `x.${btoa('{"exp":9999999999}')}.y`,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/guest',
      ownershipEntityRefs: ['user:default/guest'],
    },
  },
};

const answer = (status: number, body: unknown) =>
  ({
    ok: status < 400,
    status,
    statusText: 'x',
    headers: new Headers({ 'content-type': 'application/json' }),
    json: async () => body,
    text: async () => JSON.stringify(body),
  } as Response);

async function renderPage(
  providers?: object,
  github?: object,
  rest: object = {},
) {
  const onSignInSuccess = jest.fn();
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [
          configApiRef,
          new ConfigReader({ auth: { providers } as any, ...rest }),
        ],
        [discoveryApiRef, { getBaseUrl: async () => 'http://portal/api/auth' }],
        ...(github ? [[githubAuthApiRef, github] as [any, any]] : []),
      ]}
    >
      <SignInPage onSignInSuccess={onSignInSuccess} />
    </TestApiProvider>,
  );
  return onSignInSuccess;
}

describe('SignInPage', () => {
  const fetchMock = jest.fn();
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    jest.mocked(leaveFor).mockClear();
    fetchMock.mockReset();
    global.fetch = fetchMock;
  });

  it('says what to configure when nobody can sign in', async () => {
    await renderPage();
    expect(
      screen.getByRole('heading', {
        name: 'No way to sign in is configured',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/CALLBOARD_PRESETS=github,github-auth/),
    ).toBeInTheDocument();
    expect(screen.getByText('npm start -- --presets demo')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says that it is a trial and lets a guest in only when asked', async () => {
    fetchMock.mockResolvedValue(answer(200, SESSION));
    const onSignInSuccess = await renderPage({ guest: {} });
    expect(screen.getByText(/This portal is a trial/)).toBeInTheDocument();
    expect(fetchMock).not.toHaveBeenCalled();

    await userEvent.click(
      screen.getByRole('button', { name: 'Enter as guest' }),
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(String(fetchMock.mock.calls[0][0])).toBe(
      'http://portal/api/auth/guest/refresh',
    );
    expect(localStorage.getItem(KEY)).toBe('guest');

    await onSignInSuccess.mock.calls[0][0].signOut();
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('does not ask a returning guest again', async () => {
    localStorage.setItem(KEY, 'guest');
    fetchMock.mockResolvedValue(answer(200, SESSION));
    const onSignInSuccess = await renderPage({ guest: {} });
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
  });

  it('offers no button for a provider that the backend has no module for', async () => {
    await renderPage({ onelogin: {} });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'No way to sign in is configured' }),
    ).toBeInTheDocument();
  });

  it('does not let a guest in who was remembered before guests were switched off', async () => {
    localStorage.setItem(KEY, 'guest');
    const onSignInSuccess = await renderPage();
    expect(fetchMock).not.toHaveBeenCalled();
    expect(onSignInSuccess).not.toHaveBeenCalled();
  });

  it('tells why a guest could not enter and lets them try again', async () => {
    fetchMock.mockResolvedValue(
      answer(500, { error: { name: 'Error', message: 'no keys' } }),
    );
    await renderPage({ guest: {} });
    await userEvent.click(
      screen.getByRole('button', { name: 'Enter as guest' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Entering as guest failed/,
    );
    expect(localStorage.getItem(KEY)).toBeNull();
    expect(
      screen.getByRole('button', { name: 'Enter as guest' }),
    ).toBeEnabled();
  });

  it('offers a configured provider, and no guest', async () => {
    const github = {
      getBackstageIdentity: jest.fn(async () => SESSION.backstageIdentity),
      getProfile: jest.fn(async () => ({
        displayName: 'Priya',
        picture: 'https://avatars.githubusercontent.com/u/1',
      })),
      signOut: jest.fn(),
    };
    const onSignInSuccess = await renderPage({ github: {} }, github);
    expect(screen.queryByText(/trial/)).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Sign in with GitHub' }),
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(github.getBackstageIdentity).toHaveBeenCalledWith({
      instantPopup: true,
    });
    expect(localStorage.getItem(KEY)).toBe('github');
    // Its picture is on another host, from which a page of the portal may load nothing.
    await expect(
      onSignInSuccess.mock.calls[0][0].getProfileInfo(),
    ).resolves.toEqual({ displayName: 'Priya' });
  });

  it('offers every provider that the backend has a module for, and no guest beside them', async () => {
    await renderPage(
      {
        guest: {},
        github: {},
        ghe: {},
        gitlab: {},
        microsoft: {},
        google: {},
        oidc: {},
        okta: {},
        onelogin: {},
      },
      undefined,
      { callboard: { signIn: { title: 'Keycloak' } } },
    );
    expect(
      screen.getAllByRole('button').map(button => button.textContent),
    ).toEqual([
      'Sign in with GitHub',
      'Sign in with GitHub Enterprise',
      'Sign in with GitLab',
      'Sign in with Microsoft',
      'Sign in with Google',
      'Sign in with Okta',
      'Sign in with Keycloak',
    ]);
  });

  it('calls a provider without a title what people call it', async () => {
    await renderPage({ oidc: {} });
    expect(
      screen.getByRole('button', { name: 'Sign in with single sign-on' }),
    ).toBeInTheDocument();
  });

  it('shows in full what the backend explains, and nothing around it', async () => {
    const words = `GitHub knows your account priya, and this portal does not. Name the reference K7F-2QX. ${'More. '.repeat(
      40,
    )}`;
    const github = {
      getBackstageIdentity: jest.fn(async () => {
        throw Object.assign(new Error(words), { name: 'SignInFailedError' });
      }),
    };
    await renderPage({ github: {} }, github);
    await userEvent.click(
      screen.getByRole('button', { name: 'Sign in with GitHub' }),
    );
    expect((await screen.findByRole('alert')).textContent).toBe(words);
    expect(
      screen.getByRole('button', { name: 'Sign in with GitHub' }),
    ).toBeEnabled();
  });

  it('is used by the keyboard alone', async () => {
    const github = {
      getBackstageIdentity: jest.fn(async () => SESSION.backstageIdentity),
      getProfile: jest.fn(async () => ({})),
    };
    const onSignInSuccess = await renderPage(
      { github: {}, gitlab: {} },
      github,
    );
    await userEvent.tab();
    expect(
      screen.getByRole('button', { name: 'Sign in with GitHub' }),
    ).toHaveFocus();
    await userEvent.tab();
    expect(
      screen.getByRole('button', { name: 'Sign in with GitLab' }),
    ).toHaveFocus();
    await userEvent.tab({ shift: true });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
  });

  describe('without a click', () => {
    const auto = { callboard: { signIn: { auto: true } } };
    const button = () =>
      screen.findByRole('button', { name: 'Sign in with GitHub' });
    const noSession = () => ({
      getBackstageIdentity: jest.fn(async () => undefined),
    });

    it('leads to the only provider when there is no session', async () => {
      const github = noSession();
      await renderPage({ github: {} }, github, {
        ...auto,
        auth: { environment: 'production', providers: { github: {} } },
      });
      await waitFor(() => expect(leaveFor).toHaveBeenCalledTimes(1));
      expect(github.getBackstageIdentity).toHaveBeenCalledWith({
        optional: true,
      });
      expect(leaveFor).toHaveBeenCalledWith(
        expect.objectContaining({
          provider: expect.objectContaining({ id: 'github' }),
          environment: 'production',
        }),
      );
      expect(screen.queryByRole('button')).not.toBeInTheDocument();
    });

    it('tells nobody what stands behind the # of the address', async () => {
      window.history.replaceState({}, '', '/access/administrator#token=a');
      const seen = jest.fn(async () => {
        expect(window.location.href).not.toContain('token');
        return undefined;
      });
      await renderPage({ github: {} }, { getBackstageIdentity: seen }, auto);
      await waitFor(() => expect(leaveFor).toHaveBeenCalledTimes(1));
      expect(window.location.hash).toBe('');
    });

    it('goes on with a session that there is', async () => {
      const onSignInSuccess = await renderPage(
        { github: {} },
        {
          getBackstageIdentity: async () => SESSION.backstageIdentity,
          getProfile: async () => ({}),
        },
        auto,
      );
      await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
      expect(leaveFor).not.toHaveBeenCalled();
    });

    it.each([
      ['it is off', { github: {} }, { callboard: { signIn: {} } }],
      ['there are two providers', { github: {}, gitlab: {} }, auto],
      ['there is a directory too', { github: {}, ldap: {} }, auto],
    ])('waits for a click where %s', async (_, providers, config) => {
      await renderPage(providers, noSession(), config);
      expect(await button()).toBeInTheDocument();
      expect(leaveFor).not.toHaveBeenCalled();
    });

    it('never enters as a guest by itself', async () => {
      await renderPage({ guest: {} }, undefined, auto);
      expect(
        screen.getByRole('button', { name: 'Enter as guest' }),
      ).toBeInTheDocument();
      expect(fetchMock).not.toHaveBeenCalled();
    });

    it('waits for a click after somebody has signed out, until they have signed in', async () => {
      const github = {
        getBackstageIdentity: jest.fn(async () => SESSION.backstageIdentity),
        getProfile: async () => ({}),
        signOut: jest.fn(),
      };
      const onSignInSuccess = await renderPage({ github: {} }, github, auto);
      await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
      await onSignInSuccess.mock.calls[0][0].signOut();
      cleanup();

      const again = await renderPage({ github: {} }, github, auto);
      await userEvent.click(await button());
      await waitFor(() => expect(again).toHaveBeenCalledTimes(1));
      cleanup();

      localStorage.removeItem(KEY);
      await renderPage({ github: {} }, noSession(), auto);
      await waitFor(() => expect(leaveFor).toHaveBeenCalledTimes(1));
    });

    it('does not lead there again when it came back without a session', async () => {
      leaving.noteLeft();
      await renderPage({ github: {} }, noSession(), auto);
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'You came back from GitHub without being signed in.',
      );
      expect(await button()).toBeEnabled();
      expect(leaveFor).not.toHaveBeenCalled();
    });

    it('shows what the backend sent it back with, and takes that out of the address', async () => {
      leaving.noteLeft();
      window.history.replaceState({}, '', '/catalog?error=Not+known.&tab=1');
      const github = noSession();
      await renderPage({ github: {} }, github, auto);
      expect((await screen.findByRole('alert')).textContent).toBe('Not known.');
      expect(window.location.search).toBe('?tab=1');
      expect(leaveFor).not.toHaveBeenCalled();
      window.history.replaceState({}, '', '/');
    });

    it('shows nothing that a link from elsewhere says', async () => {
      window.history.replaceState({}, '', '/?error=Call+0900');
      await renderPage({ github: {} }, noSession());
      expect(await button()).toBeInTheDocument();
      expect(screen.queryByText(/0900/)).not.toBeInTheDocument();
      window.history.replaceState({}, '', '/');
    });
  });

  describe('with a directory', () => {
    const type = async (username: string, password: string) => {
      expect(await screen.findByLabelText('User name')).toHaveFocus();
      await userEvent.keyboard(username);
      await userEvent.type(
        screen.getByLabelText('Password'),
        `${password}{Enter}`,
      );
    };

    it('signs in with user name and password by the keyboard alone', async () => {
      fetchMock.mockResolvedValue(answer(200, SESSION));
      const onSignInSuccess = await renderPage({ ldap: {} });
      await type('priya', 'right');
      await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));

      const [url, init] = fetchMock.mock.calls[0];
      expect(url).toBe('http://portal/api/auth/ldap/refresh');
      expect(init).toMatchObject({ method: 'POST', credentials: 'include' });
      expect(JSON.parse(init.body)).toEqual({
        username: 'priya',
        password: 'right',
      });
      expect(localStorage.getItem(KEY)).toBe('ldap');

      await onSignInSuccess.mock.calls[0][0].signOut();
      expect(String(fetchMock.mock.calls[1][0])).toBe(
        'http://portal/api/auth/ldap/logout',
      );
      expect(localStorage.getItem(KEY)).toBeNull();
    });

    it('asks for what is missing, and nobody else', async () => {
      await renderPage({ ldap: {} });
      await screen.findByLabelText('User name');
      await userEvent.keyboard('priya{Enter}');
      expect(screen.getByLabelText('Password')).toHaveFocus();
      expect(fetchMock).not.toHaveBeenCalled();
    });

    it('says that name or password is wrong and keeps the name', async () => {
      fetchMock.mockResolvedValue(answer(401, { error: { message: 'x' } }));
      const onSignInSuccess = await renderPage({ ldap: {} });
      await type('priya', 'wrong');
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'The user name or the password is wrong.',
      );
      expect(screen.getByLabelText('User name')).toHaveValue('priya');
      expect(screen.getByLabelText('Password')).toHaveValue('');
      expect(screen.getByLabelText('Password')).toHaveFocus();
      expect(onSignInSuccess).not.toHaveBeenCalled();

      fetchMock.mockResolvedValue(answer(200, SESSION));
      await userEvent.keyboard('right{Enter}');
      await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    });

    it('tells a directory that does not answer from a wrong password', async () => {
      fetchMock.mockResolvedValue(answer(503, { error: { message: 'x' } }));
      await renderPage({ ldap: {} });
      await type('priya', 'right');
      expect(await screen.findByRole('alert')).toHaveTextContent(
        /cannot reach the directory/,
      );
    });

    it('goes on with the session that the browser has', async () => {
      localStorage.setItem(KEY, 'ldap');
      fetchMock.mockResolvedValue(answer(200, SESSION));
      const onSignInSuccess = await renderPage({ ldap: {} });
      await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
      expect(fetchMock.mock.calls[0][1].body).toBeUndefined();
    });

    it('shows the form, and no error, when that session has ended', async () => {
      localStorage.setItem(KEY, 'ldap');
      fetchMock.mockResolvedValue(answer(401, { error: { message: 'x' } }));
      await renderPage({ ldap: {} });
      expect(await screen.findByLabelText('User name')).toBeInTheDocument();
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    });
  });
});
