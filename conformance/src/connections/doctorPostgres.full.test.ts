import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { freePort } from '@callboard/cli/src/testing/freePort';
import { startTestPortal } from '@callboard/cli/src/testing/runCallboard';
import { startPostgres } from '@callboard/cli/src/testing/startPostgres';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { eventually } from '../presets/probes/eventually';
import { runDoctor } from './scenes/runDoctor';

jest.setTimeout(300_000);

it('looks into the databases of a portal on PostgreSQL that is stopped, and finds its server gone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'callboard-doctor-'));
  const postgres = await startPostgres();
  const config = join(folder, 'config.yaml');
  const connection = await postgres.createDatabase('portal');
  await writeFile(
    config,
    stringify({ backend: { database: { client: 'pg', connection } } }),
  );
  const env = { CALLBOARD_SANDBOX_PORT: `${await freePort()}` };
  const portal = await startTestPortal({
    args: ['--no-frontend', '--config', config],
    env,
  });
  const { port } = new URL(portal.url);
  const args = ['--port', port, '--data', portal.data, '--config', config];
  const of = async (id: string) => {
    const { rows } = await runDoctor({ args, env });
    return rows.find(row => row.id.startsWith(id));
  };
  const filled = {
    status: 'pass',
    cause: expect.stringMatching(/\d+ entities/),
  };
  try {
    await eventually(async () =>
      expect(await of('catalog-entities:present')).toMatchObject(filled),
    );
    await portal.stop();
    expect(await of('catalog-entities:present')).toMatchObject(filled);
    expect(await of('database')).toMatchObject({ status: 'pass' });
  } finally {
    await portal.stop();
    await postgres.stop();
  }
  expect(await of('database')).toMatchObject({
    status: 'fail',
    cause: expect.stringMatching(/./),
    remedy: expect.stringMatching(/./),
  });
  await rm(folder, { recursive: true, force: true });
});
