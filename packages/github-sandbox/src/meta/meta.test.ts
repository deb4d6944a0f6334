import { startTestSandbox } from '../testing/startTestSandbox';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(async () => {
  await sandbox.stop();
  if (sandbox.errors.length > 0) throw sandbox.errors[0];
});

it('names the version of an Enterprise Server under /api/v3 alone', async () => {
  const server = await sandbox.call('GET /api/v3/meta');
  const cloud = await sandbox.call('GET /meta');
  expect(server.body.installed_version).toMatch(/^3\.\d+\.\d+$/);
  expect(cloud.body.installed_version).toBeUndefined();
});

it.each(['/api/v3', '/api/v3/'])('says at %s where things are', async path => {
  const { status, body } = await sandbox.call(`GET ${path}`);
  expect(status).toBe(200);
  expect(body.repository_url).toBe(
    `${sandbox.url}/api/v3/repos/{owner}/{repo}`,
  );
});

it('answers with wisdom, versions and emojis', async () => {
  const zen = await sandbox.call('GET /zen');
  expect(zen.headers.get('content-type')).toContain('text/plain');
  expect(zen.text).toMatch(/\.$/);
  expect((await sandbox.call('GET /versions')).body).toEqual(['2022-11-28']);
  expect((await sandbox.call('GET /emojis')).body).toHaveProperty('+1');
});

it('draws an account, and leads there from its name', async () => {
  const { status, headers } = await sandbox.call('GET /olivia.png');
  expect(status).toBe(302);
  const { pathname } = new URL(headers.get('location')!);
  const picture = await sandbox.call(`GET ${pathname}?s=40`);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(picture.text).toContain('PNG');
});

it('draws teams and Apps, and something for nobody', async () => {
  const team = await sandbox.call(`GET /avatars/t/${sandbox.web.id}`);
  const app = await sandbox.call(`GET /avatars/in/${sandbox.app.id}`);
  const nobody = await sandbox.call('GET /avatars/u/1');
  for (const { status, text } of [team, app, nobody]) {
    expect([status, text.slice(1, 4)]).toEqual([200, 'PNG']);
  }
});
