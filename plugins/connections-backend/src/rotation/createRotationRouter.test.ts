import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import {
  fingerprintOf,
  openStoredCredentials,
} from '@callboard/plugin-github-node';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { newSecret } from '@callboard/github-sandbox/src/access/newSecret';
import { revokeToken } from '@callboard/github-sandbox/src/access/revokeToken';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { openRotation, DAY } from './__testUtils__/openRotation';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let scene: Awaited<ReturnType<typeof openRotation>>;
afterEach(() => scene?.stop());

const open = async (
  more: Omit<Parameters<typeof openRotation>[0], 'databases'> = {},
) => {
  scene = await openRotation({ databases, ...more });
  return scene;
};

describe('a token that is good', () => {
  it('is in use at once, and says when the old one can go', async () => {
    const { first } = await open();
    const second = scene.another();
    const client = await scene.github
      .forPlugin('catalog')
      .client({ url: `${scene.sandbox.url}/acme/vault` });
    await client.request('GET /repos/acme/vault');
    const { status, body, headers } = await scene.rotate(second);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        host: scene.host,
        fingerprint: fingerprintOf(second),
        replaces: fingerprintOf(first),
        owner: 'olivia',
        warnings: [],
        kept: 'data-directory',
        advice: expect.stringMatching(
          /^In the last hour the old token [0-9a-f]{8} was used by catalog\. .* Revoke it on .*\/settings\/tokens once Connections says/,
        ),
      },
    });
    expect(headers['cache-control']).toBe('no-store');
    expect(scene.tokens()).toEqual([second]);
    const served = await scene.github.credentials.serve({
      url: `${scene.sandbox.url}/acme/vault`,
    });
    expect(served.token).toBe(second);
  });

  it('may be followed by a third, and by the first again', async () => {
    const { first } = await open();
    const second = scene.another();
    const third = scene.another();
    for (const token of [second, third, first]) {
      const { status } = await scene.rotate(token);
      expect(status).toBe(200);
      expect(scene.tokens()).toEqual([token]);
      scene.sandbox.sandbox.clock.advance({ ms: DAY });
    }
  });

  it('leaves one after the other when two come at once', async () => {
    await open();
    const tokens = [scene.another(), scene.another()];
    const answers = await Promise.all(tokens.map(token => scene.rotate(token)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1].body.replaces).toBe(answers[0].body.fingerprint);
    expect(scene.tokens()).toEqual([tokens[1]]);
  });

  it('is kept in memory without a data directory, and says so', async () => {
    await open({ file: null });
    const { body } = await scene.rotate(scene.another());
    expect(body.kept).toBe('memory');
    // The rotation itself asks with it, and does not count.
    expect(body.advice).toMatch(
      /^Nothing used the old token [0-9a-f]{8} in the last hour\. What reads/,
    );
    expect(body.advice).toContain('kept in the memory of this process alone');
    expect(body.advice).toContain('other replicas go on with the old one');
  });

  it('may come with a line break, as it is pasted', async () => {
    await open();
    const second = scene.another();
    expect((await scene.rotate(`  ${second}\n`)).status).toBe(200);
    expect(scene.tokens()).toEqual([second]);
  });

  it('takes over from one that has ended', async () => {
    const { token } = await open();
    revokeToken({ sandbox: scene.sandbox.sandbox, token });
    expect((await scene.rotate(scene.another())).status).toBe(200);
  });
});

describe('with another replica on the same data directory', () => {
  const closers: (() => void)[] = [];
  afterEach(() => closers.splice(0).forEach(close => close()));
  const replica = () => {
    const stored = openStoredCredentials({
      file: scene.file,
      logger: mockServices.logger.mock(),
      now: () => new Date(),
    });
    closers.push(() => stored.close());
    return {
      rotate: (token: string, replaces: string) =>
        stored.put({
          ...{ kind: 'token', host: scene.host, token, replaces },
          storedAt: scene.sandbox.sandbox.clock.now().toISOString(),
        }),
      stored,
    };
  };

  it('goes on from what that one stored a moment ago', async () => {
    const { first } = await open();
    const second = scene.another();
    await replica().rotate(second, fingerprintOf(first));
    const third = scene.another();
    const { status, body } = await scene.rotate(third);
    expect({ status, replaces: body.replaces }).toEqual({
      status: 200,
      replaces: fingerprintOf(second),
    });
    expect(scene.tokens()).toEqual([third]);
  });

  it('changes nothing when that one rotates while the new token is tested', async () => {
    const { first } = await open();
    const [second, third] = [scene.another(), scene.another()];
    const { rotate, stored } = replica();
    const { put } = scene.github.stored;
    scene.github.stored.put = async (...what) => {
      await rotate(second, fingerprintOf(first));
      await put(...what);
    };
    const { status, message } = await scene.rotate(third);
    expect(status).toBe(409);
    expect(message).toContain('changed by somebody else meanwhile');
    await stored.refresh();
    expect(stored.list()).toMatchObject([{ token: second }]);
    expect(scene.tokens()).toEqual([second]);
  });

  it('says 409, and no token, when the file does not take the new one', async () => {
    await open();
    const second = scene.another();
    scene.github.stored.put = async () => {
      throw new ConflictError(`Another process put a token before ${second}`);
    };
    const { status, message } = await scene.rotate(second);
    expect(status).toBe(409);
    expect(message).toContain('was not taken. Another process');
    expect(JSON.stringify([scene.audit, message])).not.toContain(second);
  });
});

it('quotes nothing of a body that is not JSON, nor of one that is too long', async () => {
  await open();
  const second = scene.another();
  const broken = await scene.post(scene.route, `${second} is the token`);
  expect(broken.status).toBe(400);
  const long = await scene.post(scene.route, {
    token: second.padEnd(10_000, 'x'),
  });
  expect(long.status).toBe(413);
  const text = JSON.stringify([broken.body, long.body, scene.logged]);
  expect(text).not.toContain(second.slice(0, 12));
});

describe('where', () => {
  it('is a host that there is, with a token', async () => {
    scene = await openRotation({ databases, entry: {} });
    const none = await scene.rotate(scene.another());
    expect(none.status).toBe(409);
    expect(none.message).toContain('is configured without a token');
    const elsewhere = await scene.post('/elsewhere.example.com/rotate', {
      token: scene.another(),
    });
    expect(elsewhere.status).toBe(404);
    expect(elsewhere.message).toContain('no GitHub named');
  });

  it('is said where there are several tokens', async () => {
    const [a, b] = [newSecret('classic'), newSecret('classic')];
    const config = (host: string, url: string) => ({
      connections: [
        {
          type: 'github',
          host,
          apiBaseUrl: `${url}/api/v3`,
          auth: [
            { method: 'token', token: a },
            { method: 'token', token: b },
          ],
        },
      ],
    });
    scene = await openRotation({ databases, connections: config });
    const second = scene.another();
    const unclear = await scene.rotate(second);
    expect(unclear.status).toBe(400);
    expect(unclear.message).toContain(
      `Say in "replaces" which one: ${fingerprintOf(a)}, ${fingerprintOf(b)}.`,
    );
    const unknown = await scene.rotate(second, { replaces: '00000000' });
    expect(unknown.status).toBe(400);
    const done = await scene.rotate(second, { replaces: fingerprintOf(b) });
    expect(done.status).toBe(200);
    expect(scene.tokens()).toEqual([a, second]);
  });

  it('is open to operators alone', async () => {
    await open();
    const body = { token: scene.another() };
    expect((await scene.post(scene.route, body, 'mel')).status).toBe(403);
    expect((await scene.post(scene.route, body, null)).status).toBe(401);
    expect(scene.audit).toEqual([]);
  });
});

it('is in the audit log with fingerprints, and no token is anywhere', async () => {
  const { first } = await open();
  const second = scene.another();
  const bad = scene.another({ scopes: [] });
  const unknown = newSecret('classic');
  await scene.rotate(second);
  await scene.rotate(bad);
  await scene.rotate(unknown);
  expect(scene.audit).toEqual([
    {
      eventId: 'rotate',
      severityLevel: 'high',
      outcome: 'success',
      meta: {
        fingerprint: fingerprintOf(second),
        replaces: fingerprintOf(first),
        owner: 'olivia',
        kept: 'data-directory',
      },
    },
    {
      eventId: 'rotate',
      severityLevel: 'high',
      outcome: 'failure',
      meta: { host: scene.host, fingerprint: fingerprintOf(bad) },
      error: { name: 'ConflictError', message: expect.any(String) },
    },
    {
      eventId: 'rotate',
      severityLevel: 'high',
      outcome: 'failure',
      meta: { host: scene.host, fingerprint: fingerprintOf(unknown) },
      error: { name: 'ConflictError', message: expect.any(String) },
    },
  ]);
  const text = JSON.stringify([
    scene.audit,
    scene.logged,
    scene.github.trace.list({ limit: 1000 }),
  ]);
  expect(
    [first, second, bad, unknown].filter(token => text.includes(token)),
  ).toEqual([]);
});
