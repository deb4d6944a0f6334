import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAppAuth } from '@octokit/auth-app';
import { stringify } from 'yaml';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { freePort } from '@callboard/cli/src/testing/freePort';
import { startTestPortal } from '@callboard/cli/src/testing/runCallboard';
import { connectPortal } from '@callboard/github-sandbox/src/portal/connectPortal';
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { runDoctor, type DoctorAnswer } from './scenes/runDoctor';
import { createCredentials } from './scenes/createCredentials';

jest.setTimeout(400_000);

const WITHIN_MS = 60_000;

/** Runs the doctor until it is content with something, for a minute at most. Resolves to what it said last. */
async function within(
  doctor: () => Promise<DoctorAnswer>,
  isSo: (answer: DoctorAnswer) => boolean,
): Promise<DoctorAnswer> {
  const deadline = Date.now() + WITHIN_MS;
  for (;;) {
    const answer = await doctor();
    if (isSo(answer) || Date.now() > deadline) return answer;
  }
}

const failing = ({ rows }: DoctorAnswer) =>
  rows
    .filter(({ status }) => status === 'fail')
    .map(({ id, cause, remedy }) => ({ id, cause, remedy }));

const isWell = ({ status }: DoctorAnswer) => status === 0;
const isUnwell = (answer: DoctorAnswer) => !isWell(answer);

const finding = (check: string, cause: RegExp, remedy: RegExp) =>
  expect.objectContaining({
    id: expect.stringMatching(`^${check}([:#]|$)`),
    cause: expect.stringMatching(cause),
    remedy: expect.stringMatching(remedy),
  });

describe('a trial', () => {
  let portal: Awaited<ReturnType<typeof startTestPortal>>;
  let doctor: () => Promise<DoctorAnswer>;
  let sandboxUrl: string;
  let access: {
    controlToken: string;
    credentials: { app: { id: number; privateKey: string } };
  };

  beforeAll(async () => {
    const sandboxPort = `${await freePort()}`;
    const env = { CALLBOARD_SANDBOX_PORT: sandboxPort };
    portal = await startTestPortal({ args: ['--no-frontend'], env });
    sandboxUrl = `http://localhost:${sandboxPort}`;
    access = JSON.parse(
      await readFile(join(portal.data, 'sandbox', 'access.json'), 'utf8'),
    );
    const { port } = new URL(portal.url);
    doctor = () =>
      runDoctor({ args: ['--port', port, '--data', portal.data], env });
  });
  afterAll(() => portal?.stop());

  async function send(options: {
    method: string;
    path: string;
    bearer: string;
    body?: object;
  }) {
    const { method, path, bearer, body } = options;
    const response = await fetch(`${sandboxUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${bearer}` },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
    return response.status === 204 ? undefined : response.json();
  }
  const control = (method: string, path: string, body?: object) =>
    send({
      method,
      path: `/_sandbox${path}`,
      bearer: access.controlToken,
      body,
    });
  async function asApp(method: string, path: string, body?: object) {
    const { id, privateKey } = access.credentials.app;
    const { token } = await createAppAuth({ appId: id, privateKey })({
      type: 'app',
    });
    return send({ method, path: `/api/v3${path}`, bearer: token, body });
  }
  const installation = async () =>
    (await asApp('GET', '/app/installations'))[0];

  it('is well at first', async () => {
    expect(failing(await within(doctor, isWell))).toEqual([]);
  });

  it('is found to have a suspended installation', async () => {
    const { id } = await installation();
    await asApp('PUT', `/app/installations/${id}/suspended`);
    expect(failing(await within(doctor, isUnwell))).toContainEqual(
      finding('app-installed', /suspended/, /Unsuspend/),
    );
    await asApp('DELETE', `/app/installations/${id}/suspended`);
    expect(failing(await within(doctor, isWell))).toEqual([]);
  });

  it('is found to get its webhooks sent elsewhere', async () => {
    const hook = (url: string) =>
      asApp('PATCH', '/app/hook/config', { url, content_type: 'json' });
    await hook('http://localhost:9/elsewhere');
    expect(failing(await within(doctor, isUnwell))).toContainEqual(
      finding('webhook-arrives', /elsewhere/, /Webhook URL/),
    );
    await hook(`${portal.baseUrl}/api/events/http/github`);
    expect(failing(await within(doctor, isWell))).toEqual([]);
  });

  it('is found to be on a machine whose clock is wrong', async () => {
    const move = (ms: number) =>
      control('POST', '/clock', {
        set: new Date(Date.now() + ms).toISOString(),
      });
    await move(5 * 60_000);
    expect(failing(await within(doctor, isUnwell))).toContainEqual(
      finding('clock-skew', /behind/, /NTP/),
    );
    await move(0);
    expect(failing(await within(doctor, isWell))).toEqual([]);
  });
});

describe('a portal with an App of its own, whose key is in a file', () => {
  let folder: string;
  let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  let portal: Awaited<ReturnType<typeof startTestPortal>>;
  let doctor: () => Promise<DoctorAnswer>;
  let keyFile: string;
  const credentials = createCredentials();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'callboard-doctor-'));
    sandbox = await startTestSandbox();
    const connect = (portalUrl: string) =>
      connectPortal({
        sandbox: sandbox.sandbox,
        organisation: sandbox.organisation,
        credentials,
        portalUrl,
      });
    connect('http://localhost:1');
    keyFile = join(folder, 'key.pem');
    const config = join(folder, 'config.yaml');
    await writeFile(keyFile, credentials.app.privateKey, { mode: 0o600 });
    await writeFile(
      config,
      stringify({
        integrations: {
          github: [{ host: 'github.com', apiBaseUrl: sandbox.url }],
        },
      }),
    );
    const { app } = credentials;
    const env = {
      CALLBOARD_PRESETS: 'github',
      GITHUB_ORG: 'acme',
      GITHUB_APP_ID: `${app.id}`,
      GITHUB_CLIENT_ID: app.clientId,
      GITHUB_CLIENT_SECRET: app.clientSecret,
      GITHUB_WEBHOOK_SECRET: app.webhookSecret,
      GITHUB_PRIVATE_KEY_FILE: keyFile,
    };
    portal = await startTestPortal({
      args: ['--no-frontend', '--config', config],
      env,
    });
    connect(portal.baseUrl);
    const { port } = new URL(portal.url);
    doctor = () =>
      runDoctor({
        args: ['--port', port, '--data', portal.data, '--config', config],
        env,
      });
  });
  afterAll(async () => {
    await portal?.stop();
    await sandbox?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const ofKey = (answer: DoctorAnswer) =>
    failing(answer).filter(({ id }) => id.startsWith('integration-works:'));

  it('takes a new key over without a restart, once the old one was revoked', async () => {
    expect(
      ofKey(await within(doctor, answer => ofKey(answer).length === 0)),
    ).toEqual([]);
    const next = createCredentials().app.privateKey;
    connectPortal({
      sandbox: sandbox.sandbox,
      organisation: sandbox.organisation,
      credentials: {
        ...credentials,
        app: { ...credentials.app, privateKey: next },
      },
      portalUrl: portal.baseUrl,
    });
    expect(
      failing(await within(doctor, answer => ofKey(answer).length > 0)),
    ).toContainEqual(
      finding('integration-works', /key/i, /Generate a private key/),
    );
    await writeFile(keyFile, next);
    const mended = await within(doctor, answer => ofKey(answer).length === 0);
    expect(ofKey(mended)).toEqual([]);
    expect(mended.rows.find(({ id }) => id === 'portal')?.cause).toBe(
      `asked the portal at ${portal.url}`,
    );
  });

  it('cannot start again while the file is gone, and the doctor says so', async () => {
    const key = await readFile(keyFile);
    await rm(keyFile);
    const answer = await doctor();
    expect(answer.status).toBe(78);
    expect(failing(answer)).toEqual([
      expect.objectContaining({
        cause: expect.stringContaining('GITHUB_PRIVATE_KEY_FILE'),
        remedy: expect.stringMatching(/./),
      }),
    ]);
    await writeFile(keyFile, key);
    expect(
      (await within(doctor, ({ status }) => status !== 78)).status,
    ).not.toBe(78);
  });
});
