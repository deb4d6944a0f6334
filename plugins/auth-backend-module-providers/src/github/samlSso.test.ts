import { startGithubStandIn } from '../__testUtils__/startGithubStandIn';
import { startPortal, user } from '../__testUtils__/startPortal';
import { samlBarriers } from './samlBarriers';

// Backends start here, which takes a busy machine its time.
jest.setTimeout(60_000);

let github: Awaited<ReturnType<typeof startGithubStandIn>>;
beforeAll(async () => {
  github = await startGithubStandIn();
});
afterAll(() => github.close());

/** Signs Grace in with a portal that reads the organisations acme and open. */
async function open(more: { allowSamlSso?: boolean }) {
  const portal = await startPortal({
    providers: {
      github: {
        production: {
          clientId: 'the-client',
          clientSecret: 'the-secret',
          enterpriseInstanceUrl: github.url,
          ...more,
        },
      },
    },
    config: {
      catalog: {
        providers: {
          githubOrg: [
            { id: 'a', githubUrl: github.url, orgs: ['acme', 'open'] },
            { id: 'b', githubUrl: 'https://github.com', orgs: ['elsewhere'] },
          ],
        },
      },
    },
    users: [user({ name: 'grace' })],
  });
  const signIn = async () => {
    const { location } = await portal.start('github');
    return portal.callback(github.authorize(location));
  };
  return { portal, signIn };
}

it('signs in all the same, and says where to authorise, until that is done', async () => {
  const { portal, signIn } = await open({ allowSamlSso: true });
  github.state.samlOrganisations = ['acme'];
  expect((await signIn()).backstageIdentity!.identity.userEntityRef).toBe(
    'user:default/grace',
  );
  expect(await portal.failures.recent()).toEqual([
    expect.objectContaining({
      kind: 'saml-sso',
      detail: 'acme',
      person: expect.objectContaining({ userEntityRef: 'user:default/grace' }),
      links: [
        {
          title: 'Authorise for acme',
          href: `${github.url}/orgs/acme/sso?authorization_request=A1`,
        },
      ],
    }),
  ]);
  // Who does not answer does not say that it is over.
  github.state.samlOrganisations = [];
  github.state.brokenOrganisations = ['acme'];
  await signIn();
  expect(await portal.failures.recent()).toHaveLength(1);
  expect(portal.log()).toContain(
    'did not say whether these want single sign-on: acme',
  );
  github.state.brokenOrganisations = [];
  await signIn();
  expect(await portal.failures.recent()).toEqual([]);
  expect(portal.log()).not.toContain('gho_');
  await portal.stop();
});

it('asks nothing more where it is off', async () => {
  const { portal, signIn } = await open({});
  github.state.samlOrganisations = ['acme'];
  github.state.requests.length = 0;
  expect((await signIn()).backstageIdentity).toBeDefined();
  expect(github.state.requests).toEqual([
    '/login/oauth/access_token',
    '/api/v3/user',
  ]);
  await portal.stop();
});

it.each([
  'required; url=https://evil.example.com/orgs/acme/sso',
  'required; url=javascript:alert(1)',
  'partial-results; organizations=1',
])('leads to the same GitHub, whatever the header says: %s', async header => {
  const fetched = jest
    .spyOn(global, 'fetch')
    .mockResolvedValue(
      new Response('', { status: 403, headers: { 'x-github-sso': header } }),
    );
  expect(
    await samlBarriers({
      webUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      accessToken: 't',
      organisations: ['acme'],
    }),
  ).toEqual({
    barriers: [
      { organisation: 'acme', href: 'https://github.com/orgs/acme/sso' },
    ],
    unanswered: [],
  });
  fetched.mockRestore();
});

it('keeps what it found out where another organisation does not answer', async () => {
  const fetched = jest.spyOn(global, 'fetch').mockImplementation(async url => {
    if (String(url).includes('/late/')) throw new Error('timed out');
    return String(url).includes('/acme/')
      ? new Response('', {
          status: 403,
          headers: { 'x-github-sso': 'required' },
        })
      : new Response('', {
          status: String(url).includes('/open/') ? 200 : 502,
        });
  });
  expect(
    await samlBarriers({
      webUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      accessToken: 't',
      organisations: ['late', 'acme', 'open', 'broken'],
    }),
  ).toEqual({
    barriers: [
      { organisation: 'acme', href: 'https://github.com/orgs/acme/sso' },
    ],
    unanswered: ['late', 'broken'],
  });
  fetched.mockRestore();
});
