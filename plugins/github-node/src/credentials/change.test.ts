import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fingerprintOf } from './fingerprintOf';
import {
  startCredentials,
  type StartedCredentials,
} from './__testUtils__/startCredentials';

let started: StartedCredentials;
beforeEach(async () => {
  started = await startCredentials();
});
afterEach(() => started.stop());

function newKey() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs1',
    format: 'pem',
  }) as string;
}

/** Has the sandbox accept this key, and no other. */
function accept(privateKey: string) {
  started.sandbox.app.publicKeys = [
    createPublicKey(createPrivateKey(privateKey)).export({
      type: 'spki',
      format: 'pem',
    }) as string,
  ];
}

const serving = async (
  created: ReturnType<StartedCredentials['create']>,
  repository = 'acme/shop',
) => {
  const { credentialId, token } = await created.credentials.serve({
    url: started.urlOf(repository),
  });
  return { credentialId, token };
};

it('uses another key as soon as the configuration has one', async () => {
  const created = started.create(
    started.integrations({ apps: [started.app()] }),
  );
  const changes = jest.fn();
  created.credentials.onChange(changes);
  const first = await serving(created);

  const privateKey = newKey();
  accept(privateKey);
  created.setConfig(
    started.integrations({ apps: [started.app({ privateKey })] }),
  );
  expect(changes).toHaveBeenCalledTimes(1);
  const second = await serving(created);
  expect(second.credentialId).toBe(first.credentialId);
  expect(second.token).not.toBe(first.token);
  expect(created.credentials.problems()).toEqual([]);
});

it('says nothing, and mints nothing, where nothing has changed', async () => {
  const data = started.integrations({ apps: [started.app()] });
  const created = started.create(data);
  const changes = jest.fn();
  created.credentials.onChange(changes);
  const first = await serving(created);
  created.setConfig(structuredClone(data));
  expect(changes).not.toHaveBeenCalled();
  expect(await serving(created)).toEqual(first);
  expect(started.minted()).toBe(1);
});

it('keeps the earlier key when the new one is none', async () => {
  const created = started.create(
    started.integrations({ apps: [started.app()] }),
  );
  const first = await serving(created);
  created.setConfig(
    started.integrations({ apps: [started.app({ privateKey: 'lost' })] }),
  );
  expect(created.credentials.problems()).toEqual([
    {
      configKey: 'integrations.github[0].apps[0]',
      reason: expect.stringContaining(
        'is not a PEM; the earlier key stays in use.',
      ),
      since: expect.any(String),
    },
  ]);
  expect(await serving(created)).toEqual(first);
  created.credentials.forget();
  expect((await serving(created)).credentialId).toBe(first.credentialId);

  created.setConfig(started.integrations({ apps: [started.app()] }));
  expect(created.credentials.problems()).toEqual([]);
});

it('keeps the earlier entry when the new one is invalid', async () => {
  const created = started.create(
    started.integrations({ apps: [started.app()] }),
  );
  const first = await serving(created);
  created.setConfig(started.integrations({ apps: [{ appId: 1 }] }));
  expect(created.credentials.problems()).toMatchObject([
    { configKey: 'integrations.github[0]' },
  ]);
  expect(await serving(created)).toEqual(first);
});

it('remembers since when there is a problem', async () => {
  const created = started.create(
    started.integrations({ apps: [started.app({ privateKey: 'none' })] }),
  );
  const [before] = created.credentials.problems();
  started.sandbox.sandbox.clock.advance({ ms: 60_000 });
  created.setConfig(
    started.integrations({
      apps: [started.app({ privateKey: 'none' })],
      token: 'ghp_1',
    }),
  );
  expect(created.credentials.problems()).toEqual([before]);
  expect(created.logger.warn).toHaveBeenCalledTimes(1);
});

describe('stored credentials', () => {
  const storedApp = (privateKey: string) => ({
    kind: 'app' as const,
    host: started.host.toUpperCase(),
    appId: started.sandbox.app.id,
    slug: 'portal',
    name: 'Portal',
    htmlUrl: `${started.sandbox.url}/apps/portal`,
    clientId: 'Iv1.portal',
    clientSecret: 'portal-secret',
    privateKey,
    storedAt: '2026-01-01T00:00:00Z',
  });

  it('add an App at once', async () => {
    const created = started.create(started.integrations({}));
    expect((await serving(created)).credentialId).toBe('none');
    await created.stored.put(storedApp(started.sandbox.privateKey));
    const credentialId = `app:${started.host}:${started.sandbox.app.id}`;
    expect((await serving(created)).credentialId).toBe(credentialId);
    expect(created.credentials.hosts()[0].credentials[0]).toMatchObject({
      from: 'stored',
      title: `App ${started.sandbox.app.id}`,
    });
    await created.stored.remove({
      host: started.host,
      appId: started.sandbox.app.id,
    });
    expect((await serving(created)).credentialId).toBe('none');
  });

  it('do not stand in for an App that the configuration names', async () => {
    const created = started.create(
      started.integrations({ apps: [started.app()] }),
    );
    await created.stored.put(storedApp(newKey()));
    expect(
      created.credentials.hosts()[0].credentials.map(({ from }) => from),
    ).toEqual(['config']);
  });

  it('take the place of a configured token, over several rotations and back', async () => {
    const { olivia, mel, oscar } = started.sandbox.tokens;
    const created = started.create(started.integrations({ token: olivia }));
    const rotate = (from: string, to: string, minute: number) =>
      created.stored.put({
        kind: 'token',
        host: started.host,
        token: to,
        replaces: fingerprintOf(from),
        storedAt: `2026-01-01T00:0${minute}:00Z`,
      });
    await rotate(olivia, mel, 1);
    expect((await serving(created)).token).toBe(mel);
    expect(created.credentials.hosts()[0].credentials).toMatchObject([
      {
        from: 'stored',
        fingerprint: fingerprintOf(mel),
        configKey: 'integrations.github[0].token',
      },
    ]);
    await rotate(mel, oscar, 2);
    expect((await serving(created)).token).toBe(oscar);
    await rotate(oscar, olivia, 3);
    expect((await serving(created)).token).toBe(olivia);
    expect(created.credentials.hosts()[0].credentials[0].from).toBe('config');
    await rotate(olivia, mel, 4);
    expect((await serving(created)).token).toBe(mel);
  });

  it('have no effect once the operator has configured another token', async () => {
    const { olivia, mel, oscar } = started.sandbox.tokens;
    const created = started.create(started.integrations({ token: olivia }));
    await created.stored.put({
      kind: 'token',
      host: started.host,
      token: mel,
      replaces: fingerprintOf(olivia),
      storedAt: '2026-01-01T00:00:00Z',
    });
    created.setConfig(started.integrations({ token: oscar }));
    expect((await serving(created)).token).toBe(oscar);
    expect(created.credentials.problems()).toEqual([]);
  });

  it('that are damaged or for a host that nobody names are problems', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stored-'));
    const storedFile = path.join(folder, 'credentials.json');
    fs.writeFileSync(storedFile, '{"version": 1');
    const created = started.create(started.integrations({}), { storedFile });
    expect(created.credentials.problems()).toMatchObject([
      {
        configKey: 'callboard.github.storedCredentials',
        reason: expect.stringContaining('is damaged: it is not JSON'),
      },
    ]);
    fs.writeFileSync(storedFile, '{"version": 1, "credentials": []}');
    await created.stored.refresh();
    expect(created.credentials.problems()).toEqual([]);

    await created.stored.put({
      ...storedApp(started.sandbox.privateKey),
      host: 'ghe.example.com',
    });
    expect(created.credentials.problems()).toMatchObject([
      { reason: expect.stringContaining('ghe.example.com') },
    ]);
    fs.rmSync(folder, { recursive: true });
  });
});

it('follows nothing any more once it is closed', async () => {
  const created = started.create(started.integrations({ token: 'ghp_1' }));
  created.credentials.close();
  created.setConfig(started.integrations({ token: 'ghp_2' }));
  expect((await serving(created)).token).toBe('ghp_1');
});
