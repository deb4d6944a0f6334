/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { createCodeAlert } from '@callboard/github-sandbox/src/alerts/code/createCodeAlert';
import { fixCodeAlert } from '@callboard/github-sandbox/src/alerts/code/changeCodeAlert';
import { createSecretAlert } from '@callboard/github-sandbox/src/alerts/secrets/createSecretAlert';
import { secretOf } from '@callboard/github-sandbox/src/alerts/secrets/secretOf';
/* eslint-enable @backstage/no-forbidden-package-imports */
import {
  type ActivityScene,
  componentOf,
  startActivityScene,
} from '../__testUtils__/startActivityScene';

// Jest cannot run a dynamic import from CommonJS.
jest.mock('../insights/loadRenderer', () => ({ loadRenderer: jest.fn() }));

jest.setTimeout(60_000);

let scene: ActivityScene;
let about: Pick<
  Parameters<typeof createCodeAlert>[0],
  'sandbox' | 'repository' | 'sender'
>;

beforeAll(async () => {
  scene = await startActivityScene({
    entities: url => ['shop', 'vault'].map(name => componentOf({ url, name })),
  });
  const { sandbox, shop, olivia } = scene.sandbox;
  about = { sandbox, repository: shop, sender: olivia };
  for (const level of ['medium', 'critical', null, 'high', 'high'] as const) {
    found(level);
    sandbox.clock.advance({ ms: 1000 });
  }
  pushed('Google API Key');
  pushed('npm Access Token');
  await sandbox.settled();
});
afterAll(() => scene?.stop());

function found(securitySeverity: 'medium' | 'high' | 'critical' | null) {
  return createCodeAlert({
    ...about,
    subject: {
      ...{ ruleId: 'js/zipslip', severity: 'warning', securitySeverity },
      summary: 'Arbitrary file write',
      ...{ path: 'src/index.ts', line: 1 },
    },
  });
}

function pushed(displayName: string) {
  const secretType = displayName.toLowerCase().replaceAll(' ', '_');
  const subject = { secretType, displayName, validity: 'active' as const };
  return createSecretAlert({ ...about, subject });
}

const LISTS = [
  'GET /repos/acme/shop/code-scanning/alerts',
  'GET /repos/acme/shop/secret-scanning/alerts',
];
/** Which of the two lists were asked for since the last call. */
const listsAsked = () =>
  scene
    .asked()
    .map(line => line.split('?')[0])
    .filter(line => LISTS.includes(line));

it('names the permission that is missing for each kind', async () => {
  const { code, secrets } = await scene.get('security');
  expect([code, secrets]).toMatchObject([
    {
      state: 'refused',
      lack: {
        ...{ permission: 'security_events', level: 'read', kind: 'app' },
        title: 'Code scanning alerts',
      },
    },
    {
      state: 'refused',
      lack: {
        ...{ permission: 'secret_scanning_alerts', level: 'read', kind: 'app' },
        title: 'Secret scanning alerts',
      },
    },
  ]);
});

describe('with the permissions', () => {
  beforeAll(async () => {
    const { app, installation } = scene.sandbox;
    for (const one of [app, installation]) {
      one.permissions = {
        ...one.permissions,
        ...{ security_events: 'read', secret_scanning_alerts: 'read' },
      };
    }
    await scene.knex('github_answers').where({ state: 'refused' }).delete();
    scene.github.credentials.forget();
    scene.asked();
  });

  it('counts what is open by severity, the worst first', async () => {
    const { code, secrets } = await scene.get('security');
    expect(code).toMatchObject({
      state: 'answered',
      value: {
        open: { critical: 1, high: 2, medium: 2, low: 0 },
        more: false,
      },
    });
    expect(
      code.value.alerts.map(({ number }: { number: number }) => number),
    ).toEqual([2, 5, 4, 3, 1]);
    expect(code.value.alerts[0]).toMatchObject({
      ...{ rule: 'js/zipslip', tool: 'CodeQL', path: 'src/index.ts', line: 1 },
      url: `${scene.sandbox.url}/acme/shop/security/code-scanning/2`,
    });
    expect(secrets.value).toMatchObject({
      open: 2,
      alerts: [
        { number: 2, type: 'npm Access Token', validity: 'active' },
        { number: 1, type: 'Google API Key', isPublic: false },
      ],
    });
  });

  it('neither asks for the secrets nor gives or keeps them', async () => {
    const shown = await scene.call(
      'GET /entities/component/default/shop/security',
    );
    const kept = JSON.stringify(await scene.knex('github_answers'));
    expect(shown.text).toContain('Google API Key');
    expect(kept).toContain('Google API Key');
    const [, list] = LISTS;
    expect(scene.asked().filter(line => line.startsWith(list))).toEqual([
      expect.stringMatching(/[?&]hide_secret=true/),
    ]);
    for (const number of [1, 2]) {
      expect(shown.text).not.toContain(secretOf({ number }));
      expect(kept).not.toContain(secretOf({ number }));
    }
  });

  it('says what is off, in the words of GitHub', async () => {
    const { code, secrets } = await scene.get('security', 'vault');
    expect(code).toMatchObject({
      state: 'absent',
      reason: expect.stringContaining('Advanced Security must be enabled'),
    });
    expect(secrets).toMatchObject({
      state: 'absent',
      reason: expect.stringContaining('Secret scanning is disabled'),
    });
  });

  it('asks anew for what an event tells of, and for nothing else', async () => {
    await scene.get('security');
    scene.asked();
    await scene.get('security');
    expect(scene.asked()).toEqual([]);

    await scene.change('PATCH /repos/acme/shop/code-scanning/alerts/2', {
      ...{ state: 'dismissed', dismissed_reason: "won't fix" },
    });
    scene.asked();
    const dismissed = await scene.get('security');
    expect(dismissed.code.value.open).toMatchObject({ critical: 0, high: 2 });
    expect(listsAsked()).toEqual([LISTS[0]]);

    await scene.change('PATCH /repos/acme/shop/secret-scanning/alerts/1', {
      ...{ state: 'resolved', resolution: 'revoked' },
    });
    scene.asked();
    const resolved = await scene.get('security');
    expect(resolved.secrets.value.open).toBe(1);
    expect(listsAsked()).toEqual([LISTS[1]]);
  });

  it('hears of what was found, and of what is fixed', async () => {
    const { settled } = scene.sandbox.sandbox;
    const alert = found('critical');
    pushed('RSA Private Key');
    await settled();
    const more = await scene.get('security');
    expect(more.code.value.open.critical).toBe(1);
    expect(more.secrets.value.open).toBe(2);
    fixCodeAlert({ ...about, alert, actor: about.sender });
    await settled();
    const fewer = await scene.get('security');
    expect(fewer.code.value.open.critical).toBe(0);
    expect(scene.received).toEqual(
      expect.arrayContaining(['code_scanning_alert', 'secret_scanning_alert']),
    );
  });
});
