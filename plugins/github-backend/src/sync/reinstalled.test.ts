// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { deleteInstallation } from '@callboard/github-sandbox/src/apps/installations/deleteInstallation';
import { forgetApp } from '../events/forgetApp';
import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import { openMirror, type OpenMirror } from './__testUtils__/openMirror';

let reading: Reading;
let mirror: OpenMirror;
beforeEach(async () => {
  reading = await startReading({ hasToken: false });
  reading.add('till', { 'catalog-info.yaml': 'kind: Component\n' });
  mirror = await openMirror({ reading });
  await mirror.run();
});
afterEach(async () => {
  await mirror.close();
  await reading.stop();
});

const reconcile = async () => {
  const { host } = reading;
  await mirror.mirror.reconcile({ host, organisation: 'acme', reason: 'test' });
  await mirror.mirror.settled();
};

async function uninstall() {
  const { sandbox, installation, olivia: actor } = reading.sandbox;
  deleteInstallation({ sandbox, installation, actor });
  reading.github.credentials.forget();
  await reconcile();
  expect((await mirror.status()).problem).toBeDefined();
}

const install = () =>
  reading.sandbox.sandbox.state.installations.insert(
    reading.sandbox.installation,
  );

it('is read at once where what is remembered of the App is forgotten', async () => {
  await uninstall();
  install();
  forgetApp({
    credentials: reading.github.credentials,
    host: reading.host,
    appId: reading.sandbox.app.id,
  });
  await reconcile();
  const { problem, held } = await mirror.status();
  expect({ problem, held }).toEqual({});
});

it('is tried again soon, and no more once it has been read', async () => {
  await uninstall();
  await mirror.wake();
  expect((await mirror.status()).problem).toBeDefined();
  install();
  reading.github.credentials.forget();
  await mirror.wake();
  expect((await mirror.status()).problem).toBeUndefined();
  reading.asked();
  await mirror.wake();
  expect(reading.asked()).toEqual([]);
});
