import { startGitLab } from '../../presets/standIns/gitlab/startGitLab';
import { openSystems } from './openSystems';

jest.setTimeout(60_000);

const { trust, opened, inspect, close } = openSystems();
beforeAll(trust);
afterEach(close);

describe('GitLab', () => {
  const TOKEN = 'glpat-of-the-tests';
  const start = async (tokenExpires?: string) =>
    opened(await startGitLab({ token: TOKEN, tokenExpires, catalogInfo: '' }));
  const entry = (server: { host: string; url: string }, token: string) => ({
    integrations: {
      gitlab: [
        { host: server.host, apiBaseUrl: `${server.url}/api/v4`, token },
      ],
    },
  });

  it.each([
    [undefined, 'pass', /It takes the token "portal" \(read_api\)\.$/],
    ['2027-06-30', 'pass', /good until 2027-06-30/],
    ['2026-12-01', 'warn', /expires on 2026-12-01/],
    ['2026-11-01', 'fail', /expired on 2026-11-01/],
  ])('token until %s: %s', async (day, status, detail) => {
    const server = await start(day);
    const [facts] = await inspect(entry(server, TOKEN));
    expect(facts).toMatchObject({
      id: `gitlab:${server.host}`,
      kind: 'gitlab',
      configKey: 'integrations.gitlab[0]',
      credential: { type: 'access token' },
      status,
      detail: expect.stringMatching(detail),
      latencyMs: expect.any(Number),
    });
    expect(server.unknown).toEqual([]);
  });

  it('tells a token that is refused, without it', async () => {
    const server = await start();
    const [facts] = await inspect(entry(server, 'glpat-wrong'));
    expect(facts).toMatchObject({
      status: 'fail',
      detail: 'GitLab refuses the credential (HTTP 401).',
      remedy: expect.stringContaining('integrations.gitlab[0].token'),
    });
    expect(JSON.stringify(facts)).not.toContain('glpat-wrong');
  });

  it('tells a server that is not there', async () => {
    const [facts] = await inspect(
      entry({ host: 'localhost:1', url: 'https://name:pw@localhost:1' }, 'x'),
    );
    expect(facts).toMatchObject({ status: 'fail' });
    expect(JSON.stringify(facts)).not.toContain('name:pw');
  });

  it('reads an entry of connections, which wins', async () => {
    const server = await start();
    const [facts, ...others] = await inspect({
      ...entry({ host: 'localhost:1', url: 'https://localhost:1' }, 'x'),
      connections: [
        {
          type: 'gitlab',
          host: server.host,
          apiBaseUrl: `${server.url}/api/v4`,
          auth: [{ method: 'token', token: TOKEN }],
        },
      ],
    });
    expect(facts).toMatchObject({
      configKey: 'connections[0]',
      status: 'pass',
    });
    expect(others).toEqual([]);
  });
});
