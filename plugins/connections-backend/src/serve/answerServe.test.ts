import { startInspections } from '../facts/__testUtils__/openInspection';
import { answerServe } from './answerServe';

let portal: Awaited<ReturnType<typeof startInspections>>;
beforeEach(async () => {
  portal = await startInspections();
});
afterEach(() => portal.stop());

const ask = (
  entry: Parameters<typeof portal.open>[0],
  path: string,
): ReturnType<typeof answerServe> =>
  answerServe({
    context: portal.open(entry),
    url: `${portal.sandbox.url}/${path}`,
  });

describe('nobody', () => {
  it('reads what is public', async () => {
    const answer = await ask({}, 'acme/shop');
    expect(answer.abilities.filter(({ can }) => can)).toEqual([
      {
        ability: 'read files',
        can: true,
        because: 'acme/shop is public',
      },
    ]);
    expect(answer.summary).toBe(
      'Requests for acme/shop carry no credential; they can read files, but cannot read people and teams, push, open pull requests, create repositories, start workflows, read security alerts or manage webhooks because GitHub asks for a credential.',
    );
    expect((await ask({}, 'acme/vault')).summary).toContain(
      'There is no acme/vault, or it is private; GitHub answers 404 to both.',
    );
  });

  it('serves where the App is broken and there is no token: nothing is asked as nobody', async () => {
    const answer = await ask(
      { apps: [portal.app({ appId: 99 })] },
      'acme/vault',
    );
    expect(answer.steps[0]).toMatchObject({
      verdict: 'failed',
      code: 'app-unknown',
    });
    expect(answer.summary).toMatch(
      /^App 99 is not known to \S+, so nothing serves acme\/vault\. .*99/,
    );
    expect(answer.abilities.every(({ can }) => !can)).toBe(true);
  });
});

it('calls an App by the name that people know', async () => {
  const { appId } = portal.app();
  const context = portal.open({ apps: [portal.app()] });
  const [{ host, credentials }] = context.github.credentials.hosts();
  const answer = await answerServe({
    context,
    url: `${portal.sandbox.url}/acme/vault`,
    appNames: new Map([[credentials[0].id, 'Portal']]),
  });
  expect(answer.host).toBe(host);
  expect(answer.steps[0].title).toBe(`App Portal (${appId})`);
  expect(answer.summary).toMatch(/^App Portal \(\d+\) serves acme\/vault;/);
});

it.each([
  'acme/vault',
  'acme/vault/',
  'acme/vault.git',
  'acme/vault/blob/main/README.md?plain=1#L1',
  'acme/vault/tree/main/src/',
])('takes %s for the repository', async path => {
  expect(await ask({ apps: [portal.app()] }, path)).toMatchObject({
    owner: 'acme',
    repository: 'vault',
  });
});

it('takes what git clones, an owner, and a name alone where there is one GitHub', async () => {
  const context = portal.open({ apps: [portal.app()] });
  const { hostname, host } = new URL(portal.sandbox.url);
  const target = async (url: string) => {
    const { owner, repository } = await answerServe({ context, url });
    return [owner, repository];
  };
  expect(await target(`git@${hostname}:acme/vault.git`)).toEqual([
    'acme',
    'vault',
  ]);
  expect(await target(`${host}/acme/vault`)).toEqual(['acme', 'vault']);
  expect(await target('acme/vault')).toEqual(['acme', 'vault']);
  expect(await target('acme')).toEqual(['acme', undefined]);
});

it('takes a name alone also where the one GitHub has other names, each of which is served', async () => {
  const { sandbox, host } = portal;
  const apps = [portal.app()];
  const context = portal.open(
    {},
    {
      config: {
        integrations: {
          github: [
            { host, apiBaseUrl: `${sandbox.url}/api/v3`, apps },
            { host: 'github.com', apiBaseUrl: sandbox.url, apps },
            { host: 'localhost', apiBaseUrl: sandbox.url },
          ],
        },
      },
    },
  );
  const appNames = new Map([[`app:${host}:${sandbox.app.id}`, 'Portal']]);
  expect(
    await answerServe({ context, appNames, url: 'acme/vault' }),
  ).toMatchObject({ host, repository: 'vault' });
  const alias = await answerServe({
    ...{ context, appNames },
    url: 'https://github.com/acme/vault',
  });
  expect(alias.summary).toMatch(/^App Portal \(\d+\) serves acme\/vault;/);
  await expect(answerServe({ context, url: 'a b' })).rejects.toThrow(
    `These are: ${sandbox.url}.`,
  );
});

it('says of an ability whether something that is switched on needs it', async () => {
  const of = async (config: any) => {
    const { abilities } = await answerServe({
      context: portal.open({ apps: [portal.app()] }, { config }),
      url: `${portal.sandbox.url}/acme/vault`,
    });
    return abilities
      .filter(({ needed }) => needed !== false)
      .map(({ ability }) => ability);
  };
  expect(await of({})).toEqual(['read files']);
  expect(
    await of({
      catalog: { rules: [{ allow: ['Template'] }] },
      callboard: { connections: { features: { 'security-tab': true } } },
    }),
  ).toEqual(expect.arrayContaining(['push', 'read security alerts']));
});

it('finds the chain once, and is of the installation that this one names', async () => {
  const context = portal.open({ apps: [portal.app()] });
  const { credentials } = context.github;
  const explain = jest.spyOn(credentials, 'explain');
  const serve = jest.spyOn(credentials, 'serve');
  const answer = await answerServe({
    context,
    url: `${portal.sandbox.url}/acme/vault`,
  });
  expect(answer.steps[0]).toMatchObject({
    verdict: 'used',
    installationId: portal.sandbox.installation.id,
  });
  expect(explain).toHaveBeenCalledTimes(1);
  expect(serve).not.toHaveBeenCalled();
});

it('asks for an owner or a repository where only a GitHub is named', async () => {
  const answer = await ask({ apps: [portal.app()] }, '');
  expect(answer.abilities).toEqual([]);
  expect(answer.summary).toMatch(
    /^App .+ serves localhost:\d+\. Name an owner or a repository/,
  );
});

it('shows no token of an address that was pasted', async () => {
  const context = portal.open({ apps: [portal.app()] });
  const { host } = new URL(portal.sandbox.url);
  const answer = await answerServe({
    context,
    url: `http://mel:ghp_pasted@${host}/acme/shop?token=ghp_too`,
  });
  expect(JSON.stringify(answer)).not.toContain('ghp_');
  expect(answer).toMatchObject({ owner: 'acme', repository: 'shop' });
});

it.each(['https://gitlab.com/a/b', '', 'https://'])(
  'refuses %j, and names the hosts that are configured',
  async url => {
    const context = portal.open({ apps: [portal.app()] });
    await expect(answerServe({ context, url })).rejects.toThrow(
      `These are: ${portal.sandbox.url}`,
    );
  },
);
