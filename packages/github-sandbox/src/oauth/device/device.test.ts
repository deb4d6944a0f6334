import { newUser } from '../../core/records/newUser';
import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';
import { Browser } from '../__testUtils__/Browser';
import { newOAuthApp } from '../__testUtils__/newOAuthApp';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  newOAuthApp({ sandbox: sandbox.sandbox, owner: sandbox.organisation });
  sandbox.sandbox.clock.freeze();
});
afterEach(() => stopCleanly(sandbox));

async function post(path: string, body: Record<string, string>) {
  const response = await fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ client_id: 'Iv0.shop', ...body }),
  });
  return response.json();
}
const start = () => post('/login/device/code', { scope: 'repo' });
const poll = (device_code: string) =>
  post('/login/oauth/access_token', {
    device_code,
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
  });
const wait = (seconds: number) =>
  sandbox.sandbox.clock.advance({ ms: seconds * 1000 });

/** Types the code and chooses. */
async function decide(user_code: string, fields: Record<string, string>) {
  const browser = new Browser(sandbox.url);
  const page = await browser.open('/login/device');
  return browser.submit(page, { user_code, ...fields });
}

it('gives a token once the person has chosen', async () => {
  const started = await start();
  expect(started).toEqual({
    device_code: expect.stringMatching(/^[0-9a-f]{40}$/),
    user_code: expect.stringMatching(/^[B-Z]{4}-[B-Z]{4}$/),
    verification_uri: `${sandbox.url}/login/device`,
    expires_in: 900,
    interval: 5,
  });
  expect((await poll(started.device_code)).error).toBe('authorization_pending');
  const done = await decide(started.user_code.toLowerCase(), { login: 'mel' });
  expect(done.html).toContain('Your device is connected');
  wait(5);
  const answer = await poll(started.device_code);
  expect(answer).toMatchObject({ token_type: 'bearer', scope: 'repo' });
  wait(5);
  expect((await poll(started.device_code)).error).toBe('incorrect_device_code');
});

it('slows down a device that asks too often', async () => {
  const { device_code } = await start();
  await poll(device_code);
  wait(4);
  expect(await poll(device_code)).toMatchObject({
    error: 'slow_down',
    interval: 10,
  });
  wait(10);
  expect((await poll(device_code)).error).toBe('authorization_pending');
});

it('tells of a refusal, of an end, and of what it does not know', async () => {
  const refused = await start();
  await decide(refused.user_code, { decision: 'cancel' });
  expect((await poll(refused.device_code)).error).toBe('access_denied');
  const late = await start();
  wait(900);
  expect((await poll(late.device_code)).error).toBe('expired_token');
  expect((await poll('nothing')).error).toBe('incorrect_device_code');
  expect((await decide(late.user_code, { login: 'mel' })).status).toBe(422);
});

it('finds one of many people, and keeps what was decided', async () => {
  const { sandbox: inner } = sandbox;
  for (let count = 1; count <= 30; count += 1) {
    newUser({ sandbox: inner, login: `person-${count}` });
  }
  const changed = jest.spyOn(inner, 'changed');
  const browser = new Browser(sandbox.url);
  const first = await browser.open('/login/device');
  expect(first.html).not.toContain('value="person-30"');
  expect(first.html).toContain('role="search"');
  const found = await browser.open('/login/device?q=person-30');
  const { user_code } = await start();
  changed.mockClear();
  const done = await browser.submit(found, { user_code, login: 'person-30' });
  expect(done.html).toContain('acts for person-30');
  expect(changed).toHaveBeenCalled();
});
