import { fingerprintOf } from '@callboard/plugin-github-node';
import { inspectStored } from './__testUtils__/inspectStored';

jest.setTimeout(30_000);

describe('a stored token', () => {
  const token = (replaces: string, next: string, at: string) =>
    ({
      kind: 'token',
      host: 'github.com',
      token: next,
      replaces: fingerprintOf(replaces),
      storedAt: at,
    } as const);

  it('takes the place of the one that a preset reads, and says so', async () => {
    const { github, entry, problems } = await inspectStored({
      credentials: [
        token('ghp_first', 'ghp_second', '2026-01-01T00:00:00.000Z'),
        token('ghp_second', 'ghp_third', '2026-04-01T00:00:00.000Z'),
      ],
      presets: ['github'],
      env: { GITHUB_ORG: 'acme', GITHUB_PAT: 'ghp_first' },
    });
    expect(problems).toEqual([]);
    expect(github).toEqual([{ host: 'github.com', token: 'ghp_third' }]);
    expect(await entry('integrations.github[0].token')).toEqual({
      key: 'integrations.github[0].token',
      value: '<secret>',
      from: 'the data directory',
      overrides: [{ value: '<secret>', from: 'preset github' }],
    });
  });

  it('gives way when the operator has named another one', async () => {
    const { github } = await inspectStored({
      credentials: [token('ghp_first', 'ghp_second', '2026-01-01')],
      presets: ['github'],
      env: { GITHUB_ORG: 'acme', GITHUB_PAT: 'ghp_by-hand' },
    });
    expect(github).toEqual([{ host: 'github.com', token: 'ghp_by-hand' }]);
  });

  it('reaches both roots of the configuration', async () => {
    const { github, portal } = await inspectStored({
      credentials: [token('ghp_first', 'ghp_second', '2026-01-01')],
      local: {
        auth: { providers: { guest: {} } },
        integrations: { github: [{ host: 'github.com', token: 'ghp_first' }] },
        connections: [
          {
            type: 'github',
            host: 'github.com',
            auth: [{ method: 'none' }, { method: 'token', token: 'ghp_first' }],
          },
        ],
      },
    });
    expect(github).toEqual([{ host: 'github.com', token: 'ghp_second' }]);
    expect(portal.config.get('connections')).toMatchObject([
      { auth: [{ method: 'none' }, { token: 'ghp_second' }] },
    ]);
  });
});

describe('the file', () => {
  it('is a warning when it is damaged, and nothing else changes', async () => {
    const { portal, github, problems } = await inspectStored({
      credentials: [],
      text: '{"version": 1, "credentials": [{"kind": "app", "clientSecret": "hush"}]}',
      presets: ['github'],
      env: { GITHUB_ORG: 'acme', GITHUB_PAT: 'ghp_first' },
    });
    expect(problems).toEqual([]);
    expect(github).toEqual([{ host: 'github.com', token: 'ghp_first' }]);
    expect(portal.warnings).toEqual([
      expect.stringMatching(/credentials\.json is damaged/),
    ]);
    expect(portal.warnings.join()).not.toContain('hush');
  });

  it('may lie elsewhere', async () => {
    const { portal } = await inspectStored({
      credentials: [],
      local: {
        auth: { providers: { guest: {} } },
        callboard: { github: { storedCredentials: 'elsewhere/c.json' } },
      },
    });
    expect(portal.stored.file).toMatch(/\/elsewhere\/c\.json$/);
  });
});
