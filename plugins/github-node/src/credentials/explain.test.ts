import {
  startCredentials,
  type StartedCredentials,
} from './__testUtils__/startCredentials';

let started: StartedCredentials;
beforeEach(async () => {
  started = await startCredentials();
});
afterEach(() => started.stop());

const stepsFor = (
  ...request: Parameters<StartedCredentials['stepsFor']>
): ReturnType<StartedCredentials['stepsFor']> => started.stepsFor(...request);
const withApp = (app = {}, entry = {}) =>
  started.create(started.integrations({ apps: [started.app(app)], ...entry }));
const token = () => ({ token: started.sandbox.tokens.mel });

it('says that the App serves, and the rest is not needed', async () => {
  expect(await stepsFor(withApp({}, token()), 'acme/shop')).toEqual([
    { step: 'app used used', reason: 'Installed on acme.' },
    {
      step: 'token skipped not-needed',
      reason: 'A better one serves already.',
    },
    { step: 'none skipped not-needed', reason: 'A credential serves.' },
  ]);
});

it('says where to install the App', async () => {
  const { id } = started.sandbox.app;
  expect(await stepsFor(withApp({}, token()), 'globex/site')).toEqual([
    {
      step: 'app skipped not-installed',
      reason: `App ${id} is not installed on globex.`,
      link: `${started.sandbox.url}/apps/portal/installations/new`,
    },
    {
      step: 'token used used',
      reason: `A token serves every address of ${started.host}, within its own rights.`,
    },
    { step: 'none skipped not-needed', reason: 'A credential serves.' },
  ]);
});

it('says that a request is anonymous, and why', async () => {
  const steps = await stepsFor(withApp(), 'globex/site');
  expect(steps[1]).toEqual({
    step: 'none used used',
    reason:
      'No configured credential serves this address, so requests are anonymous: what is public alone, and 60 requests an hour.',
  });
  const none = started.create(started.integrations({}));
  expect(await stepsFor(none, 'acme/shop')).toEqual([
    {
      step: 'none used none-configured',
      reason: `No credential is configured for ${started.host}, so requests are anonymous: what is public alone, and 60 requests an hour.`,
    },
  ]);
});

it('says that the configuration allows other owners', async () => {
  const created = withApp({ allowedInstallationOwners: ['Globex', 'initech'] });
  expect((await stepsFor(created, 'acme/shop'))[0]).toEqual({
    step: 'app skipped owner-not-allowed',
    reason:
      'The configuration allows it for globex, initech only, not for acme.',
  });
  expect(started.lines()).toEqual([]);
  expect((await stepsFor(created, 'globex'))[0].step).toBe(
    'app skipped not-installed',
  );
});

it('says that the installation is suspended, and sees that it is not any more', async () => {
  const { installation, sandbox } = started.sandbox;
  installation.suspendedAt = sandbox.clock.iso();
  const created = withApp({}, token());
  const page = `${started.sandbox.url}/organizations/acme/settings/installations/${installation.id}`;
  expect((await stepsFor(created, 'acme/shop'))[0]).toEqual({
    step: 'app skipped suspended',
    reason:
      'Its installation on acme is suspended. Lift that on the page of the installation.',
    link: page,
  });
  installation.suspendedAt = null;
  expect((await stepsFor(created, 'acme/shop', { fresh: true }))[0].step).toBe(
    'app used used',
  );

  // Suspended after it was listed.
  installation.suspendedAt = sandbox.clock.iso();
  created.credentials.forget();
  expect((await stepsFor(created, 'acme/shop'))[0].link).toBe(page);
});

it('says that the repository is not selected', async () => {
  const { installation, shop } = started.sandbox;
  Object.assign(installation, {
    repositorySelection: 'selected',
    repositoryIds: [shop.id],
  });
  expect((await stepsFor(withApp(), 'acme/vault'))[0]).toEqual({
    step: 'app failed repository-not-selected',
    reason:
      'Its installation on acme is for selected repositories, and vault is not one of them. Add it on the page of the installation.',
    link: `${started.sandbox.url}/organizations/acme/settings/installations/${installation.id}`,
  });
});

it('says that another installation serves what is public', async () => {
  const created = withApp({ publicAccess: true }, token());
  const steps = await stepsFor(created, 'globex/site');
  expect(steps[0]).toEqual({
    step: 'app used used',
    reason:
      'Not installed on globex; its installation on acme serves what is public there (publicAccess).',
  });
  expect(steps[1].step).toBe('token skipped not-needed');
});

it('says that an installation serves what is public of a repository that is not selected', async () => {
  const { installation, shop } = started.sandbox;
  Object.assign(installation, {
    repositorySelection: 'selected',
    repositoryIds: [shop.id],
  });
  const steps = await stepsFor(withApp({ publicAccess: true }), 'acme/vault');
  expect(steps[0]).toEqual({
    step: 'app used used',
    reason:
      'Not installed on acme/vault; its installation on acme serves what is public there (publicAccess).',
  });
});

it('says that the App speaks for itself where no owner is named', async () => {
  const created = withApp();
  expect(await stepsFor(created, '')).toEqual([
    {
      step: 'app used used',
      reason: 'The address names no owner, so the App speaks for itself.',
    },
    { step: 'none skipped not-needed', reason: 'A credential serves.' },
  ]);
});

describe('connections', () => {
  const entry = (auth: object[]) => ({
    connections: [
      {
        type: 'github',
        host: started.host,
        apiBaseUrl: `${started.sandbox.url}/api/v3`,
        auth,
      },
    ],
  });

  it('keep credentials for the plugins that they are meant for', async () => {
    const { tokens } = started.sandbox;
    const created = started.create(
      entry([
        { method: 'token', token: tokens.olivia },
        {
          method: 'token',
          token: tokens.mel,
          title: 'for templates',
          match: { plugins: ['scaffolder'] },
        },
      ]),
    );
    const titles = async (pluginId?: string) => {
      const { steps } = await created.credentials.explain({
        url: started.urlOf('acme/shop'),
        pluginId,
      });
      return steps.map(({ title, code }) => `${title} ${code}`);
    };
    expect(await titles('scaffolder')).toEqual([
      'for templates used',
      expect.stringMatching(/^token [0-9a-f]{4}… not-needed$/),
      'no credential not-needed',
    ]);
    expect(await titles('catalog')).toEqual([
      expect.stringMatching(/^token [0-9a-f]{4}… used$/),
      'for templates not-for-plugin',
      'no credential not-needed',
    ]);
    expect((await titles())[1]).toBe('for templates not-for-plugin');
  });

  it('ask an App that names the owner first', async () => {
    const app = (more = {}) => {
      const { webhookUrl, ...rest } = started.app();
      return { method: 'app', ...rest, ...more };
    };
    const created = started.create(
      entry([app({ title: 'all' }), app({ title: 'acme', orgs: ['Acme'] })]),
    );
    const { steps } = await created.credentials.explain({
      url: started.urlOf('acme/shop'),
    });
    expect(steps.map(({ title, code }) => `${title} ${code}`)).toEqual([
      'acme used',
      'all not-needed',
      'no credential not-needed',
    ]);
  });
});

it('tells a host that is not configured', async () => {
  const { credentials } = withApp();
  expect(
    await credentials.explain({ url: 'https://ghe.example.com/acme/shop' }),
  ).toMatchObject({
    host: 'ghe.example.com',
    steps: [{ verdict: 'failed', code: 'none-configured' }],
  });
});
