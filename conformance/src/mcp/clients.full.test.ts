import { startPreset, type RunningPreset } from '../presets/startPreset';
import { guest } from './guest';
import { startClientHost, type ClientHost } from './startClientHost';

jest.setTimeout(120_000);

const GOOD_REDIRECT = 'http://127.0.0.1:33418/callback';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

let host: ClientHost;
let portal: RunningPreset;

beforeAll(async () => {
  host = await startClientHost();
  const { host: name } = new URL(host.url);
  portal = await startPreset({
    presets: ['mcp'],
    config: guest,
    variables: {
      NODE_EXTRA_CA_CERTS: host.caFile,
      MCP_CLIENT_ID_PATTERNS: [
        // Named one by one, and so trusted wherever they are.
        `https://${name}/good.json`,
        `https://${name}/moved.json`,
        `https://${name}/impostor.json`,
        `https://${name}/greedy.json`,
        // A pattern, which may match what nobody has thought of.
        `https://${name}/any/*`,
        'https://*/inside/client.json',
      ].join(','),
      MCP_REDIRECT_URI_PATTERNS:
        'http://127.0.0.1:*/*,https://good.example/callback',
      MCP_REGISTRATION_REDIRECT_URI_PATTERNS:
        'http://127.0.0.1:*/*,https://good.example/callback',
    },
  });
  const document = (path: string, redirects: string[], id = path) =>
    host.pages.set(path, {
      document: {
        client_id: `${host.url}${id}`,
        client_name: 'A client',
        redirect_uris: redirects,
      },
    });
  document('/good.json', ['http://127.0.0.1/callback']);
  document('/impostor.json', [GOOD_REDIRECT], '/good.json');
  document('/greedy.json', ['https://good.example@evil.example/callback']);
  document('/any/client.json', [GOOD_REDIRECT]);
  host.pages.set('/moved.json', {
    redirect: `${host.inside.url}/latest/meta-data`,
  });
});

afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});

function register(redirect: string): Promise<Response> {
  return fetch(`${portal.url}/api/auth/v1/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_name: 'Tests', redirect_uris: [redirect] }),
  });
}

function authorize(
  options: {
    client: string;
    redirect?: string;
  } & Record<string, string>,
): Promise<Response> {
  const { client, redirect = GOOD_REDIRECT, ...others } = options;
  const query = new URLSearchParams({
    client_id: client,
    redirect_uri: redirect,
    response_type: 'code',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...others,
  });
  return fetch(`${portal.url}/api/auth/v1/authorize?${query}`, {
    redirect: 'manual',
  });
}

/** Nobody is asked to agree, and the browser goes nowhere. */
const REFUSED = { status: 400, location: null };

function outcomeOf(response: Response) {
  const { status, headers } = response;
  return { status, location: headers.get('location') };
}

describe('a client that registers itself', () => {
  it.each([GOOD_REDIRECT, 'https://good.example/callback'])(
    'may have people sent back to %s',
    async redirect => {
      expect((await register(redirect)).status).toBe(201);
    },
  );

  it.each([
    [
      'another host behind user info',
      'https://good.example@evil.example/callback',
    ],
    ['user info', 'https://evil@good.example/callback'],
    [
      'user info on the own machine',
      'http://127.0.0.1:1@evil.example/callback',
    ],
    ['a name that goes on', 'https://good.example.evil.example/callback'],
    ['a name that ends alike', 'https://evil-good.example/callback'],
    ['any port', 'http://127.0.0.1:*/callback'],
    ['a port where none is allowed', 'https://good.example:8443/callback'],
    ['a fragment', 'https://good.example/callback#@evil.example'],
    ['an empty fragment', 'https://good.example/callback#'],
    ['another path', 'https://good.example/elsewhere'],
    [
      'a path that leads elsewhere',
      'https://good.example/callback/../elsewhere',
    ],
    ['a longer path', 'https://good.example/callback/more'],
    ['without encryption', 'http://good.example/callback'],
    // eslint-disable-next-line no-script-url -- which is what it must not get
    ['a script', 'javascript:alert(1)'],
    ['no address', '/callback'],
  ])('may not have people sent to %s', async (_, redirect) => {
    expect((await register(redirect)).status).toBe(400);
  });

  it.each([
    ['another path', 'http://127.0.0.1:33418/elsewhere'],
    ['another port', 'http://127.0.0.1:33419/callback'],
    ['a query', `${GOOD_REDIRECT}?to=elsewhere`],
    ['a fragment', `${GOOD_REDIRECT}#elsewhere`],
    ['another host', 'https://evil.example/callback'],
  ])('has nobody sent to %s later', async (_, redirect) => {
    const { client_id: client } = await (await register(GOOD_REDIRECT)).json();
    expect(outcomeOf(await authorize({ client, redirect }))).toEqual(REFUSED);
    const allowed = await authorize({ client });
    expect(allowed.headers.get('location')).toMatch(/\/oauth2\/authorize\//);
  });

  it.each([
    ['without a challenge', { code_challenge: '', code_challenge_method: '' }],
    ['with the verifier as its challenge', { code_challenge_method: 'plain' }],
  ])('gets no code %s', async (_, others) => {
    const { client_id: client } = await (await register(GOOD_REDIRECT)).json();
    expect(outcomeOf(await authorize({ client, ...others }))).toEqual(REFUSED);
  });
});

describe('a client known by a document', () => {
  it('is let ask, on any port of the person’s machine', async () => {
    const response = await authorize({ client: `${host.url}/good.json` });
    expect(response.headers.get('location')).toMatch(/\/oauth2\/authorize\//);
  });

  it('is refused when its document has moved, and nobody follows it inside', async () => {
    expect(
      outcomeOf(await authorize({ client: `${host.url}/moved.json` })),
    ).toEqual(REFUSED);
    expect(host.inside.requests).toEqual([]);
  });

  it.each([
    ['speaks of another client', '/impostor.json', GOOD_REDIRECT],
    [
      'sends people to another host behind user info',
      '/greedy.json',
      'https://good.example@evil.example/callback',
    ],
    ['does not name the address', '/good.json', 'http://127.0.0.1:1/elsewhere'],
    ['names a fragment', '/good.json', `${GOOD_REDIRECT}#elsewhere`],
    [
      'lies on a machine that only a pattern names',
      '/any/client.json',
      GOOD_REDIRECT,
    ],
    ['is not on the list', '/other.json', GOOD_REDIRECT],
  ])('is refused when it %s', async (_, path, redirect) => {
    expect(
      outcomeOf(await authorize({ client: `${host.url}${path}`, redirect })),
    ).toEqual(REFUSED);
  });

  it.each([
    'https://127.0.0.1/inside/client.json',
    'https://169.254.169.254/inside/client.json',
    'https://[::1]/inside/client.json',
    'https://[::ffff:169.254.169.254]/inside/client.json',
    'https://0x7f000001/inside/client.json',
    'https://2852039166/inside/client.json',
    'https://10.0.0.1/inside/client.json',
    'https://localhost/inside/client.json',
    'https://good.example@127.0.0.1/inside/client.json',
    'https://good.example/inside/client.json#inside',
    'https://good.example/inside/client.json?inside',
    'https://good.example/x/../inside/client.json',
    'http://good.example/inside/client.json',
  ])('is refused at %s', async client => {
    expect(outcomeOf(await authorize({ client }))).toEqual(REFUSED);
  });
});
