import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sodium from 'libsodium-wrappers';
import { recordDelivery } from '../hooks/delivery/recordDelivery';
import { createBareSandbox } from '../seed/__testUtils__/createBareSandbox';
import { openSealedBox } from '../settings/sealedBox/openSealedBox';
import { sealedBoxKey } from '../settings/sealedBox/sealedBoxKey';
import { readState } from './readState';
import { restoreState } from './restoreState';
import { saveState } from './saveState';

let folder: string;
let before: ReturnType<typeof createBareSandbox>;
let after: ReturnType<typeof createBareSandbox>;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'state-'));
  before = createBareSandbox();
  after = createBareSandbox();
});
afterEach(async () => {
  await Promise.all([before.remove(), after.remove()]);
  await fs.rm(folder, { recursive: true });
});

/** Saves the sandbox, and fills another with what was saved. Returns the file's mode. */
async function restart() {
  const file = path.join(folder, 'state.json');
  await saveState({ sandbox: before.sandbox, file });
  const state = await readState({ file });
  if (state.outcome !== 'read') throw new Error(state.outcome);
  restoreState({ sandbox: after.sandbox, saved: state.saved });
  const { mode } = await fs.stat(file);
  return (mode % 0o1000).toString(8);
}

it('keeps the key that secrets are sealed for, in a file for its owner alone', async () => {
  const { keyId, publicKey } = sealedBoxKey(before.sandbox);
  await sodium.ready;
  const sealed = sodium.crypto_box_seal(
    's3cret',
    Buffer.from(publicKey, 'base64'),
  );
  expect(await restart()).toBe('600');
  const opened = openSealedBox({
    sandbox: after.sandbox,
    keyId,
    encrypted: Buffer.from(sealed).toString('base64'),
  });
  expect(opened).toEqual({ outcome: 'opened', value: 's3cret' });
});

it('keeps the newest deliveries of each hook', async () => {
  const deliver = (hookId: number, guid: string) =>
    recordDelivery({
      sandbox: before.sandbox,
      values: {
        hook: { kind: 'repository', id: hookId },
        guid,
        event: 'push',
        action: null,
        redelivery: false,
        deliveredAt: '2026-11-26T12:00:00Z',
        duration: 0,
        status: 'OK',
        statusCode: 200,
        installationId: null,
        repositoryId: null,
        url: 'http://localhost/hook',
        request: { headers: {}, payload: {} },
        response: { headers: {}, payload: '' },
      },
    });
  for (let count = 1; count <= 60; count += 1) deliver(1, `${count}`);
  deliver(2, 'other');
  await restart();

  const guids = (hookId: number) =>
    after.sandbox.state.deliveries
      .by('hook', `repository:${hookId}`)
      .map(({ guid }) => guid);
  expect(guids(1)).toHaveLength(50);
  expect(guids(1)[0]).toBe('11');
  expect(guids(1)[49]).toBe('60');
  expect(guids(2)).toEqual(['other']);
  expect(before.sandbox.state.deliveries.size).toBe(61);
});
