import { generateKeyPairSync } from 'node:crypto';
import { signJwt } from '../apps/__testUtils__/signJwt';
import { startTestSandbox } from '../testing/startTestSandbox';
import { stopCleanly } from '../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => stopCleanly(sandbox));

describe("an App's JWT", () => {
  it('is accepted with the number and with the client id', async () => {
    for (const iss of [sandbox.app.id, `${sandbox.app.id}`, 'Iv1.portal']) {
      const answer = await sandbox.call('GET /app', {
        token: await signJwt(sandbox, { iss }),
      });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        slug: 'portal',
        client_id: 'Iv1.portal',
        owner: { login: 'acme', type: 'Organization' },
        installations_count: 1,
      });
    }
  });

  const now = () => Math.floor(sandbox.sandbox.clock.now().getTime() / 1000);
  it.each<[string, () => Record<string, unknown>, string]>([
    [
      'is valid for too long',
      () => ({ exp: now() + 700 }),
      "'Expiration time' claim ('exp') is too far in the future",
    ],
    [
      'has expired',
      () => ({ exp: now() - 1 }),
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    ],
    [
      'was issued in the future',
      () => ({ iat: now() + 120 }),
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    ],
    [
      'has no issuer',
      () => ({ iss: undefined }),
      "'Issuer' claim ('iss') must be an Integer",
    ],
    ['is of an unknown App', () => ({ iss: '1' }), 'Integration not found'],
  ])('is refused when it %s', async (_, claims, message) => {
    const answer = await sandbox.call('GET /app', {
      token: await signJwt(sandbox, claims()),
    });
    expect(answer.body.message).toBe(message);
    expect(answer.status).toBeGreaterThanOrEqual(401);
  });

  it('is refused when another key signed it, and when it names no algorithm', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;
    const [, claims] = (await signJwt(sandbox)).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const token of [
      await signJwt(sandbox, {}, pem),
      `${none}.${claims}.`,
    ]) {
      const answer = await sandbox.call('GET /app', { token });
      expect(answer.status).toBe(401);
      expect(answer.body.message).toBe('A JSON web token could not be decoded');
    }
  });

  it('is needed where a token is not enough, and not enough for what is private', async () => {
    const asOlivia = await sandbox.call('GET /app', { as: 'olivia' });
    expect(asOlivia.status).toBe(401);
    expect(asOlivia.body.message).toBe('A JSON web token could not be decoded');
  });

  it('is judged by the time of the sandbox', async () => {
    const jwt = await signJwt(sandbox);
    sandbox.sandbox.clock.advance({ ms: 10 * 60 * 1000 });
    const answer = await sandbox.call('GET /app', { token: jwt });
    expect(answer.status).toBe(401);
  });
});
