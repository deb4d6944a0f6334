import { fingerprintOf } from '../fingerprintOf';
import {
  startCredentials,
  type StartedCredentials,
} from '../__testUtils__/startCredentials';

let started: StartedCredentials;
beforeAll(async () => {
  started = await startCredentials();
});
afterAll(() => started.stop());

it('recognises whose token a request carries', async () => {
  const { mel, olivia } = started.sandbox.tokens;
  const { credentials } = started.create(
    started.integrations({ apps: [started.app()], token: mel }),
  );
  const appId = `app:${started.host}:${started.sandbox.app.id}`;
  const { token } = await credentials.serve({ url: started.urlOf('acme') });
  const jwt = await credentials.appToken(appId);
  const basic = (text: string) =>
    `Basic ${Buffer.from(text).toString('base64')}`;
  const of = (authorization: string | undefined) => {
    const { kind, credentialId } = credentials.identify({
      host: started.host.toUpperCase(),
      authorization,
    });
    return [kind, credentialId?.split(':')[0]];
  };

  expect(of(`Bearer ${token}`)).toEqual(['app', 'app']);
  expect(of(`token ${token}`)).toEqual(['app', 'app']);
  expect(of(basic(`x-access-token:${token}`))).toEqual(['app', 'app']);
  expect(of(`bearer ${jwt}`)).toEqual(['app', 'app']);
  expect(of(`token ${mel}`)).toEqual(['token', 'token']);
  expect(of(basic(`${mel}:x-oauth-basic`))).toEqual(['token', 'token']);
  expect(of(basic(mel))).toEqual(['token', 'token']);
  expect(of('Bearer gho_abc')).toEqual(['user', undefined]);
  expect(of('Bearer ghu_abc')).toEqual(['user', undefined]);
  // What stock code has minted itself.
  expect(of('Bearer ghs_abc')).toEqual(['unknown', 'app']);
  expect(of(`Bearer ${olivia}`)).toEqual(['unknown', undefined]);
  expect(of('Bearer a.b.c')).toEqual(['unknown', undefined]);
  expect(of('Bearer')).toEqual(['unknown', undefined]);
  expect(of('Negotiate abc')).toEqual(['unknown', undefined]);
  expect(of(undefined)).toEqual(['none', undefined]);
  expect(of(' ')).toEqual(['none', undefined]);
});

it('names the owner of an installation token that was made here', async () => {
  const { credentials } = started.create(
    started.integrations({ apps: [started.app()] }),
  );
  const { token } = await credentials.serve({ url: started.urlOf('ACME') });
  expect(
    credentials.identify({
      host: started.host,
      authorization: `Bearer ${token}`,
    }),
  ).toEqual({
    kind: 'app',
    credentialId: `app:${started.host}:${started.sandbox.app.id}`,
    owner: 'acme',
  });
});

it('knows nobody on a host that is not configured, and does not guess between Apps', () => {
  const { credentials } = started.create(
    started.integrations({
      apps: [started.app(), started.app({ appId: 2 })],
    }),
  );
  const authorization = 'Bearer ghs_abc';
  expect(
    credentials.identify({ host: 'elsewhere.example', authorization }),
  ).toEqual({ kind: 'unknown' });
  expect(credentials.identify({ host: started.host, authorization })).toEqual({
    kind: 'unknown',
  });
});

it('reads the number of an App that was written as a number', () => {
  const { credentials } = started.create(
    started.integrations({ apps: [started.app()] }),
  );
  const part = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwt = (iss: unknown) => `${part({ alg: 'RS256' })}.${part({ iss })}.x`;
  const { id } = started.sandbox.app;
  const of = (iss: unknown) =>
    credentials.identify({
      host: started.host,
      authorization: `Bearer ${jwt(iss)}`,
    }).kind;
  expect([of(id), of(`${id}`), of(id + 1), of(undefined)]).toEqual([
    'app',
    'app',
    'unknown',
    'unknown',
  ]);
});

it('reads what is stored once, and again after a change', async () => {
  const { credentials, stored } = started.create(
    started.integrations({ token: started.sandbox.tokens.olivia }),
  );
  const list = jest.spyOn(stored, 'list');
  const { mel, oscar } = started.sandbox.tokens;
  const kinds = () =>
    [mel, oscar, mel, oscar].map(
      token =>
        credentials.identify({
          host: started.host,
          authorization: `Bearer ${token}`,
        }).kind,
    );
  expect(new Set(kinds())).toEqual(new Set(['unknown']));
  expect(list).toHaveBeenCalledTimes(1);
  await stored.put({
    kind: 'token',
    host: started.host,
    token: mel,
    replaces: fingerprintOf(oscar),
    storedAt: '2026-01-01T00:00:00Z',
  });
  list.mockClear();
  expect(new Set([...kinds(), ...kinds()])).toEqual(new Set(['token']));
  expect(list).toHaveBeenCalledTimes(1);
});
