import type { GithubCredentials } from '../credentials/GithubCredentials';
import { accountOf } from './accountOf';

type Identified = ReturnType<GithubCredentials['identify']>;

const account = (options: {
  authorization?: string;
  owner?: string;
  call?: Parameters<typeof accountOf>[0]['call'];
  found?: Identified;
}) =>
  accountOf({
    host: 'github.com',
    request: {
      host: 'api.github.com',
      method: 'GET',
      path: '/',
      authorization: options.authorization,
    },
    owner: options.owner,
    call: options.call,
    credentials: { identify: () => options.found ?? { kind: 'unknown' } },
  });

const app: Identified = { kind: 'app', credentialId: 'app:1' };

it('keeps a limit for each installation of an App, and one for the App', () => {
  const authorization = 'Bearer ghs_x';
  expect(account({ authorization, found: app, owner: 'Acme' })).toEqual({
    credentialId: 'app:1',
    credentialKind: 'app',
    budgetCredential: 'app:1 acme',
    limitOwner: 'acme',
  });
  // Whose token it is says more than the path: an App may read of others what is public.
  expect(
    account({
      authorization,
      found: { ...app, owner: 'acme' },
      owner: 'other',
    }).budgetCredential,
  ).toBe('app:1 acme');
  expect(
    account({ authorization: 'Bearer eyJx', found: app, owner: 'acme' }),
  ).toMatchObject({ budgetCredential: 'app:1' });
});

it('believes the client, as long as the header is there', () => {
  const call = { credentialId: 'token:1', kind: 'token', attempt: 1 } as const;
  expect(account({ authorization: 'Bearer ghp_x', call })).toEqual({
    credentialId: 'token:1',
    credentialKind: 'token',
    budgetCredential: 'token:1',
  });
  // A redirect to another host.
  expect(account({ call })).toEqual({
    credentialId: 'none',
    credentialKind: 'none',
    budgetCredential: 'none',
  });
});

it('tells tokens apart that are not ours, without naming them', () => {
  const found: Identified = { kind: 'user' };
  const mel = account({ authorization: 'Bearer gho_mel', found });
  const olivia = account({ authorization: 'Bearer gho_olivia', found });
  expect(mel.credentialKind).toBe('user');
  expect(mel.budgetCredential).toMatch(/^user [0-9a-f]{8}$/);
  expect(mel.budgetCredential).not.toBe(olivia.budgetCredential);
});

it('reads the header only where the client does not tell all', () => {
  const identify = jest.fn(() => app);
  const read = (call: Parameters<typeof accountOf>[0]['call']) => {
    identify.mockClear();
    accountOf({
      host: 'github.com',
      request: {
        ...{ host: 'api.github.com', method: 'GET', path: '/' },
        authorization: 'Bearer x',
      },
      owner: undefined,
      call,
      credentials: { identify },
    });
    return identify.mock.calls.length;
  };
  expect(read({ credentialId: 'token:1', kind: 'token', attempt: 1 })).toBe(0);
  expect(read({ credentialId: 'app:1', kind: 'app', attempt: 1 })).toBe(1);
  expect(read({ attempt: 1 })).toBe(1);
  expect(read(undefined)).toBe(1);
});
