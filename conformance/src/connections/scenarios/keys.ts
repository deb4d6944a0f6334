import { generateKeyPairSync } from 'node:crypto';
import type { Scenario } from '../Scenario';
import type { Scene } from '../scenes/openScene';

/** The App's key, and the clock that its signature is made by. */
export const keyScenarios: Scenario[] = [
  {
    title: 'the key of the App was revoked at GitHub',
    rows: ['ingest-resolution', 'test-integration'],
    breakIt({ app }) {
      app.publicKeys = [newKey().publicKey];
    },
    expected: {
      check: 'integration-works',
      status: 'fail',
      cause: /key/i,
      remedy: /Generate a private key.*without a restart/s,
    },
    // The file of the key is replaced, and the portal keeps running.
    mend(scene) {
      const { publicKey, privateKey } = newKey();
      scene.app.publicKeys = [publicKey];
      configureKey(scene, privateKey);
    },
  },
  {
    title: 'the key file can no longer be read',
    rows: ['test-key-file'],
    breakIt: scene => configureKey(scene, 'half a key'),
    expected: {
      check: 'key-files',
      status: 'fail',
      cause: /integrations\.github\[0\]/,
      remedy: /earlier credential serves/,
    },
    mend: scene => configureKey(scene, scene.credentials.app.privateKey),
  },
  {
    title: "this machine's clock is two minutes ahead",
    rows: ['test-clock'],
    breakIt(scene) {
      scene.machine.skewMs = 120_000;
    },
    expected: {
      check: 'clock-skew',
      status: 'fail',
      cause: /1(19|20|21) s ahead/,
      remedy: /NTP/,
    },
    mend(scene) {
      scene.machine.skewMs = 0;
    },
  },
  {
    title: "this machine's clock is half an hour behind",
    rows: ['test-clock', 'test-integration'],
    breakIt(scene) {
      scene.machine.skewMs = -30 * 60 * 1000;
    },
    expected: [
      {
        check: 'clock-skew',
        status: 'fail',
        cause: /s behind/,
        remedy: /NTP/,
      },
      {
        check: 'integration-works',
        status: 'fail',
        cause: /clock/i,
        remedy: /clock/i,
      },
    ],
    mend(scene) {
      scene.machine.skewMs = 0;
    },
  },
  {
    title: 'the App was deleted at GitHub',
    rows: ['test-integration', 'ingest-resolution'],
    breakIt: ({ github, app }) => github.state.apps.remove(app),
    expected: {
      check: 'integration-works',
      status: 'fail',
      cause: /4711|App/,
      remedy: /App ID/,
    },
    mend: ({ github, app }) => {
      github.state.apps.insert(app);
    },
  },
];

function newKey() {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    publicKey: keys.publicKey.export({ type: 'spki', format: 'pem' }) as string,
    privateKey: keys.privateKey.export({
      type: 'pkcs1',
      format: 'pem',
    }) as string,
  };
}

function configureKey(scene: Scene, privateKey: string) {
  const { app } = scene.credentials;
  scene.configureGithub({
    apps: [
      {
        appId: app.id,
        clientId: app.clientId,
        clientSecret: app.clientSecret,
        webhookSecret: app.webhookSecret,
        privateKey,
      },
    ],
  });
}
