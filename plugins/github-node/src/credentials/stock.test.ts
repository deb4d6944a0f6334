import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newInstallation } from '@callboard/github-sandbox/src/core/records/newInstallation';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newOrganisation } from '@callboard/github-sandbox/src/core/records/newOrganisation';
import {
  startCredentials,
  type StartedCredentials,
} from './__testUtils__/startCredentials';

/** Side by side: what Backstage's own provider answers, and what ours does. */
let started: StartedCredentials;
beforeEach(async () => {
  started = await startCredentials();
});
afterEach(() => started.stop());

/** Who GitHub takes the answer for: `app installation 12`, `token classic mel`, `app app`, `token none`, or the error's text. */
async function answerOf(
  provider: GithubCredentialsProvider,
  url: string,
): Promise<string> {
  try {
    const { type, token, headers } = await provider.getCredentials({ url });
    expect(headers).toEqual(
      token ? { Authorization: `Bearer ${token}` } : undefined,
    );
    if (!token) return `${type} none`;
    await started.sandbox.call('GET /rate_limit', { token });
    const { kind, login, installationId } = started.sandbox.sandbox.requests
      .all()
      .at(-1)!.credential;
    return [type, kind, installationId ?? login].filter(Boolean).join(' ');
  } catch (error) {
    return `error ${(error as Error).name}`;
  }
}

async function both(options: { entry: JsonObject; url: string }) {
  const { entry, url } = options;
  const data = started.integrations(entry);
  const stock = DefaultGithubCredentialsProvider.fromIntegrations(
    ScmIntegrations.fromConfig(new ConfigReader(data)),
  );
  const ours = started
    .create(data)
    .credentials.provider({ pluginId: 'catalog' });
  return {
    stock: await answerOf(stock, url),
    ours: await answerOf(ours, url),
  };
}

const token = () => ({ token: started.sandbox.tokens.mel });
const app = (more: JsonObject = {}) => ({ apps: [started.app(more)] });
const installed = () => `app installation ${started.sandbox.installation.id}`;
const TOKEN = 'token classic mel';

it.each<[string, () => JsonObject, string, () => string]>([
  [
    'an App and a token',
    () => ({ ...app(), ...token() }),
    'acme/shop',
    installed,
  ],
  ['an App', app, 'acme', installed],
  ['an App', app, 'ACME/shop/blob/main/README.md', installed],
  ['an App', app, 'acme/not-yet-there', installed],
  ['an App', app, '', () => 'app app'],
  ['an App', app, 'globex/site', () => 'token none'],
  [
    'an App and a token',
    () => ({ ...app(), ...token() }),
    'globex/site',
    () => TOKEN,
  ],
  ['a token', token, 'acme/shop', () => TOKEN],
  ['a token', token, '', () => TOKEN],
  ['nothing', () => ({}), 'acme/shop', () => 'token none'],
  [
    'an App with publicAccess',
    () => app({ publicAccess: true }),
    'globex/site',
    installed,
  ],
  [
    'an App with publicAccess and a token',
    () => ({ ...app({ publicAccess: true }), ...token() }),
    'globex/site',
    installed,
  ],
  [
    'an App for other owners',
    () => app({ allowedInstallationOwners: ['globex'] }),
    'acme/shop',
    () => 'token none',
  ],
  [
    'an App for other owners, and a token',
    () => ({ ...app({ allowedInstallationOwners: ['globex'] }), ...token() }),
    'acme/shop',
    () => TOKEN,
  ],
  [
    'an App for this owner',
    () => app({ allowedInstallationOwners: ['Acme'] }),
    'acme/shop',
    installed,
  ],
  [
    'an App that is broken, alone',
    () => app({ appId: 999_999 }),
    'acme/shop',
    () => 'error',
  ],
])('with %s both answer alike (%#)', async (_, entry, path, expected) => {
  const answers = await both({
    entry: entry(),
    url: started.urlOf(path).replace(/\/$/, ''),
  });
  // Errors are of other classes.
  const kinds = Object.values(answers).map(answer =>
    answer.replace(/^error .*/, 'error'),
  );
  expect(kinds).toEqual([expected(), expected()]);
});

it('both choose among several Apps the first that is installed', async () => {
  const { sandbox, app: first } = started.sandbox;
  const globex = newOrganisation({ sandbox, login: 'globex' });
  const own = newInstallation({ sandbox, app: first, account: globex });
  const answers = await both({
    entry: {
      apps: [
        started.app({ allowedInstallationOwners: ['acme'] }),
        started.app({ allowedInstallationOwners: ['globex'] }),
      ],
    },
    url: started.urlOf('globex/site'),
  });
  expect(Object.values(answers)).toEqual(
    Array(2).fill(`app installation ${own.id}`),
  );
});

it('both know no host that is not configured', async () => {
  expect(
    await both({ entry: {}, url: 'https://ghe.example.com/acme' }),
  ).toEqual({ stock: 'error Error', ours: 'error NotFoundError' });
});

describe('where an App is there and kept from serving, both fail without a token', () => {
  const failed = {
    stock: 'error Error',
    ours: 'error ServiceUnavailableError',
  };

  it('suspended, with publicAccess as well', async () => {
    const { installation, sandbox, olivia } = started.sandbox;
    installation.suspendedAt = sandbox.clock.iso();
    installation.suspendedById = olivia.id;
    const url = started.urlOf('acme/shop');
    expect(await both({ entry: app(), url })).toEqual(failed);
    expect(await both({ entry: app({ publicAccess: true }), url })).toEqual(
      failed,
    );
  });

  it('not given the repository; publicAccess serves what is public', async () => {
    const { installation, shop } = started.sandbox;
    Object.assign(installation, {
      repositorySelection: 'selected',
      repositoryIds: [shop.id],
    });
    const url = started.urlOf('acme/vault');
    expect(await both({ entry: app(), url })).toEqual(failed);
    expect(await both({ entry: app({ publicAccess: true }), url })).toEqual({
      stock: installed(),
      ours: installed(),
    });
  });
});

describe('ours differs', () => {
  it('where an App is broken or suspended: a token serves, and the chain says why', async () => {
    const { installation, sandbox } = started.sandbox;
    const url = started.urlOf('acme/shop');
    const broken = await both({
      entry: { ...app({ appId: 999_999 }), ...token() },
      url,
    });
    expect(broken.stock).toMatch(/^error /);
    expect(broken.ours).toBe(TOKEN);

    installation.suspendedAt = sandbox.clock.iso();
    installation.suspendedById = started.sandbox.olivia.id;
    const suspended = await both({ entry: { ...app(), ...token() }, url });
    expect(suspended).toEqual({ stock: 'error Error', ours: TOKEN });
  });

  it('where a repository is not selected: the next in the chain serves', async () => {
    const { installation, shop } = started.sandbox;
    Object.assign(installation, {
      repositorySelection: 'selected',
      repositoryIds: [shop.id],
    });
    expect(
      await both({
        entry: { ...app(), ...token() },
        url: started.urlOf('acme/vault'),
      }),
    ).toEqual({ stock: 'error Error', ours: TOKEN });
    // GitHub's names have no case.
    expect(
      await both({ entry: app(), url: started.urlOf('acme/SHOP') }),
    ).toEqual({ stock: 'error Error', ours: installed() });
  });

  it('where a path has more parts: they do not become part of the owner', async () => {
    expect(
      await both({ entry: app(), url: started.urlOf('acme/shop/wiki/Home') }),
    ).toEqual({ stock: 'token none', ours: installed() });
    expect(
      await both({ entry: app(), url: started.urlOf('orgs/acme/teams') }),
    ).toEqual({ stock: 'token none', ours: installed() });
  });

  it('where publicAccess would lend the token of an owner who is not allowed', async () => {
    expect(
      await both({
        entry: app({
          publicAccess: true,
          allowedInstallationOwners: ['globex'],
        }),
        url: started.urlOf('globex/site'),
      }),
    ).toEqual({ stock: installed(), ours: 'token none' });
  });
});

it('ours mints one token where stock mints one for every provider and caller', async () => {
  const data = started.integrations(app());
  const url = started.urlOf('acme/shop');
  const readAll = (providers: GithubCredentialsProvider[]) =>
    Promise.all(
      providers.flatMap(provider => [
        provider.getCredentials({ url }),
        provider.getCredentials({ url }),
      ]),
    );
  // As plugins do: each makes one of its own.
  await readAll(
    Array.from({ length: 6 }, () =>
      DefaultGithubCredentialsProvider.fromIntegrations(
        ScmIntegrations.fromConfig(new ConfigReader(data)),
      ),
    ),
  );
  expect(started.minted()).toBe(12);

  const { credentials } = started.create(data);
  await readAll(
    Array.from({ length: 6 }, (_, index) =>
      credentials.provider({ pluginId: `plugin-${index}` }),
    ),
  );
  expect(started.minted()).toBe(13);
});
