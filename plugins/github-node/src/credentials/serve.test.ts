// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newInstallation } from '@callboard/github-sandbox/src/core/records/newInstallation';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newOrganisation } from '@callboard/github-sandbox/src/core/records/newOrganisation';
import {
  startCredentials,
  type StartedCredentials,
} from './__testUtils__/startCredentials';

const MINUTE = 60_000;
const NOT_SELECTED = 'vault is not one of them';

let started: StartedCredentials;
beforeEach(async () => {
  started = await startCredentials();
});
afterEach(() => started.stop());

const withApp = (more = {}) =>
  started.create(started.integrations({ apps: [started.app()], ...more }));

const advance = (ms: number) => started.sandbox.sandbox.clock.advance({ ms });

it('mints one token for fifty callers at once, and none for those who come later', async () => {
  const { credentials } = withApp();
  const served = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      credentials.serve({
        url: started.urlOf(index % 2 ? 'acme/shop' : 'ACME/vault'),
      }),
    ),
  );
  served.push(await credentials.serve({ url: started.urlOf('acme') }));

  expect(new Set(served.map(({ token }) => token)).size).toBe(1);
  expect(started.lines()).toEqual([
    'GET /app/installations 200',
    `POST /app/installations/${started.sandbox.installation.id}/access_tokens 201`,
  ]);
  expect(served[0]).toMatchObject({
    credentialId: `app:${started.host}:${started.sandbox.app.id}`,
    kind: 'app',
    token: expect.stringMatching(/^ghs_/),
    installationId: started.sandbox.installation.id,
  });
  expect(served[0].chain.steps[0]).toMatchObject({
    verdict: 'used',
    installationId: started.sandbox.installation.id,
  });
  const answer = await started.sandbox.call('GET /repos/acme/vault', {
    token: served[0].token,
  });
  expect(answer.status).toBe(200);
});

describe('renewal', () => {
  it('happens in the background before a token ends, and nobody waits for it', async () => {
    const { credentials } = withApp();
    const serve = () => credentials.serve({ url: started.urlOf('acme/shop') });
    const first = await serve();

    advance(39 * MINUTE);
    expect((await serve()).token).toBe(first.token);
    await started.settled();
    expect(started.minted()).toBe(1);

    advance(5 * MINUTE);
    const meanwhile = await Promise.all([serve(), serve(), serve()]);
    expect(new Set(meanwhile.map(({ token }) => token))).toEqual(
      new Set([first.token]),
    );
    await started.settled();
    expect(started.minted()).toBe(2);
    expect((await serve()).token).not.toBe(first.token);
  });

  it('gives nobody a token that ends within ten minutes', async () => {
    const { credentials } = withApp();
    const serve = () => credentials.serve({ url: started.urlOf('acme/shop') });
    const first = await serve();
    advance(51 * MINUTE);
    const second = await serve();
    expect(second.token).not.toBe(first.token);
    expect(started.minted()).toBe(2);
  });

  it('keeps to a token that still works while GitHub gives no new one', async () => {
    const { credentials } = withApp();
    const serve = () => credentials.serve({ url: started.urlOf('acme/shop') });
    const first = await serve();
    advance(55 * MINUTE);
    started.sandbox.sandbox.faults.set({ badGatewayEvery: 1 });
    expect((await serve()).token).toBe(first.token);

    advance(6 * MINUTE);
    await expect(serve()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('status 502'),
    });
  });

  it('does not depend on whose clock is right', async () => {
    let behind = 0;
    const { credentials } = started.create(
      started.integrations({ apps: [started.app()] }),
      { now: () => new Date(started.now().getTime() - behind) },
    );
    behind = 3 * 60 * MINUTE;
    const serve = () => credentials.serve({ url: started.urlOf('acme/shop') });
    const first = await serve();
    advance(51 * MINUTE);
    expect((await serve()).token).not.toBe(first.token);
  });
});

it('asks again after a bad gateway', async () => {
  const { credentials } = withApp();
  started.sandbox.sandbox.faults.set({ badGatewayEvery: 2 });
  const served = await credentials.serve({ url: started.urlOf('acme/shop') });
  expect(served.kind).toBe('app');
  expect(started.lines().filter(line => line.endsWith(' 502'))).toHaveLength(1);
});

it('mints anew after a token was forgotten', async () => {
  const { credentials } = withApp();
  const serve = () => credentials.serve({ url: started.urlOf('acme/shop') });
  const first = await serve();
  credentials.forget({ credentialId: 'app:elsewhere:1' });
  expect((await serve()).token).toBe(first.token);
  credentials.forget({ credentialId: first.credentialId });
  expect((await serve()).token).not.toBe(first.token);
});

it('sees an installation that is new, asking at most once a minute', async () => {
  const { credentials } = withApp();
  const { sandbox } = started.sandbox;
  const globex = newOrganisation({ sandbox, login: 'Globex' });
  const serve = () => credentials.serve({ url: started.urlOf('globex/site') });
  expect((await serve()).kind).toBe('none');
  newInstallation({ sandbox, app: started.sandbox.app, account: globex });
  expect((await serve()).kind).toBe('none');
  const lists = () =>
    started.lines().filter(line => line === 'GET /app/installations 200');
  expect(lists()).toHaveLength(1);

  advance(MINUTE);
  expect((await serve()).kind).toBe('app');
  expect(lists()).toHaveLength(2);
});

it('reads installations on several pages', async () => {
  const { sandbox, app } = started.sandbox;
  for (let index = 0; index < 130; index++) {
    newInstallation({
      sandbox,
      app,
      account: newOrganisation({ sandbox, login: `org-${index}` }),
    });
  }
  const { credentials } = withApp();
  const served = await credentials.serve({ url: started.urlOf('org-129/x') });
  expect(served.kind).toBe('app');
  expect(
    started.lines().filter(line => line === 'GET /app/installations 200'),
  ).toHaveLength(2);
});

it('asks anew when the installation was replaced after it was listed', async () => {
  const { credentials } = withApp();
  await credentials.explain({ url: started.urlOf('nobody') });
  const { sandbox, app, organisation, installation } = started.sandbox;
  sandbox.state.installations.remove(installation);
  const second = newInstallation({ sandbox, app, account: organisation });
  const served = await credentials.serve({ url: started.urlOf('acme/shop') });
  expect(served).toMatchObject({ kind: 'app', installationId: second.id });
});

describe('an installation for selected repositories', () => {
  beforeEach(() => {
    const { installation, shop } = started.sandbox;
    installation.repositorySelection = 'selected';
    installation.repositoryIds = [shop.id];
  });

  it('serves those, and the owner', async () => {
    const { credentials } = withApp({ token: started.sandbox.tokens.mel });
    const kinds = await Promise.all(
      ['acme/Shop', 'acme', 'acme/vault'].map(async path => {
        const { kind } = await credentials.serve({ url: started.urlOf(path) });
        return kind;
      }),
    );
    expect(kinds).toEqual(['app', 'app', 'token']);
    expect(
      started
        .lines()
        .filter(line => line === 'GET /installation/repositories 200'),
    ).toHaveLength(1);
  });

  it('serves one that was selected later, within a minute', async () => {
    const { credentials } = withApp();
    const serve = () => credentials.serve({ url: started.urlOf('acme/vault') });
    await expect(serve()).rejects.toThrow(NOT_SELECTED);
    const { installation, vault } = started.sandbox;
    installation.repositoryIds.push(vault.id);
    await expect(serve()).rejects.toThrow(NOT_SELECTED);
    advance(MINUTE);
    expect((await serve()).kind).toBe('app');
    expect(started.minted()).toBe(1);
  });
});

it('makes tokens of one installation, and of the App itself', async () => {
  const { credentials } = withApp();
  const credentialId = `app:${started.host}:${started.sandbox.app.id}`;
  const installationId = started.sandbox.installation.id;
  const jwt = await credentials.appToken(credentialId);
  const app = await started.sandbox.call('GET /app', { token: jwt });
  expect(app.body.slug).toBe('portal');
  const token = await credentials.installationToken({
    credentialId,
    installationId,
  });
  expect(token).toMatch(/^ghs_/);
  await expect(
    credentials.installationToken({ credentialId, installationId: 404 }),
  ).rejects.toThrow('has no installation 404');
  await expect(credentials.appToken('app:x:1')).rejects.toMatchObject({
    name: 'NotFoundError',
  });
});

it('knows no host that is not configured', async () => {
  const { credentials } = withApp();
  await expect(
    credentials.serve({ url: 'https://ghe.example.com/acme' }),
  ).rejects.toMatchObject({
    name: 'NotFoundError',
    message: expect.stringContaining('ghe.example.com'),
  });
});
