import { openClients } from '../../client/__testUtils__/openClients';
import { fingerprintOf } from '../fingerprintOf';

let scene: Awaited<ReturnType<typeof openClients>>;
beforeEach(async () => {
  scene = await openClients({ entry: (_app, token) => ({ token }) });
});
afterEach(() => scene.stop());

it.each([
  ['the configuration names it still', false],
  ['the configuration names the new one already', true],
])(
  'shows who goes on with a token after its rotation: %s',
  async (_, isNew) => {
    const { host, stored, sandbox, trace } = scene;
    const { oscar, mel } = sandbox.tokens;
    await stored.put({
      kind: 'token',
      host: host.toUpperCase(),
      token: mel,
      replaces: fingerprintOf(oscar),
      storedAt: '2026-01-01T00:00:00Z',
    });
    if (isNew) scene.setConfig(scene.integrations({ token: mel }));
    const { token } = await scene.credentials.serve({
      url: scene.urlOf('acme/shop'),
    });
    expect(token).toBe(mel);

    for (const secret of [oscar, mel]) {
      await fetch(`${sandbox.url}/api/v3/repos/acme/shop`, {
        headers: { authorization: `Bearer ${secret}` },
      });
    }
    const idOf = (secret: string) => `token:${host}:${fingerprintOf(secret)}`;
    expect(trace.list()).toMatchObject([
      { credentialKind: 'token', credentialId: idOf(mel), via: 'stock' },
      { credentialKind: 'token', credentialId: idOf(oscar), via: 'stock' },
    ]);
    expect(
      scene.credentials.identify({
        host: 'github.com',
        authorization: `Bearer ${oscar}`,
      }),
    ).toEqual({ kind: 'unknown' });
  },
);
